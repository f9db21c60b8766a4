package dev.fluxlab.kube.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The user a request comes from. */
public record Caller(String name, String uid, List<String> groups, Map<String, List<String>> extra) {

    public static final String AUTHENTICATED = "system:authenticated";
    public static final String MASTERS = "system:masters";
    public static final String CREDENTIAL = "authentication.kubernetes.io/credential-id";
    private static final String ACCOUNT = "system:serviceaccount:";

    public Caller {
        groups = List.copyOf(groups);
        extra = Map.copyOf(extra);
    }

    public static Caller of(String name, List<String> groups) {
        return new Caller(name, "", groups, Map.of());
    }

    public static Caller anonymous() {
        return of("system:anonymous", List.of("system:unauthenticated"));
    }

    /** The groups that a service account's name implies. */
    public static List<String> accountGroups(String namespace) {
        return List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, AUTHENTICATED);
    }

    public static String accountName(String namespace, String name) {
        return ACCOUNT + namespace + ":" + name;
    }

    /** The namespace of a service account by its user name; empty text for other users. */
    static String accountNamespace(String userName) {
        if (!userName.startsWith(ACCOUNT)) {
            return "";
        }
        String rest = userName.substring(ACCOUNT.length());
        int colon = rest.indexOf(':');
        return colon < 0 ? "" : rest.substring(0, colon);
    }

    /** This caller as a member of the group that every proven user is in. */
    Caller authenticated() {
        if (groups.contains(AUTHENTICATED)) {
            return this;
        }
        List<String> all = new ArrayList<>(groups);
        all.add(AUTHENTICATED);
        return new Caller(name, uid, all, extra);
    }

    public boolean isMaster() {
        return groups.contains(MASTERS);
    }
}
