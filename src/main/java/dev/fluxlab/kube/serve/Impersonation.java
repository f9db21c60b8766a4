package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Filter;
import dev.fluxlab.http.Handler;
import dev.fluxlab.kube.auth.Access;
import dev.fluxlab.kube.auth.Caller;
import dev.fluxlab.kube.auth.Decision;
import dev.fluxlab.kube.auth.Rbac;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets a caller act as another, if it may. */
final class Impersonation implements Filter {

    private static final String USER = "Impersonate-User";
    private static final String GROUP = "Impersonate-Group";
    private static final String UID = "Impersonate-Uid";
    private static final String EXTRA = "impersonate-extra-";
    private static final String ACCOUNT = "system:serviceaccount:";
    private static final String AUTHENTICATION = "authentication.k8s.io";

    private final Rbac rbac;

    Impersonation(Rbac rbac) {
        this.rbac = rbac;
    }

    @Override
    public void filter(Exchange exchange, Handler next) throws Exception {
        String user = exchange.header(USER).orElse("");
        if (!user.isEmpty()) {
            exchange.put(Attributes.CALLER, impersonated(exchange, user));
        } else if (exchange.header(GROUP).isPresent() || exchange.header(UID).isPresent()) {
            throw Refusals.internal("requested without impersonating a user");
        }
        next.handle(exchange);
    }

    private Caller impersonated(Exchange exchange, String user) {
        Caller real = exchange.get(Attributes.CALLER);
        checkUser(real, user);
        List<String> groups = new ArrayList<>(exchange.headers(GROUP));
        groups.forEach(group -> check(real, "", "groups", "", group));
        String uid = exchange.header(UID).orElse("");
        if (!uid.isEmpty()) {
            check(real, AUTHENTICATION, "uids", "", uid);
        }
        Map<String, List<String>> extra = extra(exchange);
        extra.forEach(
                (key, values) -> values.forEach(value -> check(real, AUTHENTICATION, "userextras/" + key, "", value)));
        return new Caller(user, uid, withImplied(user, groups), extra);
    }

    private void checkUser(Caller real, String user) {
        String[] account = accountOf(user);
        if (account.length == 2) {
            check(real, "", "serviceaccounts", account[0], account[1]);
        } else {
            check(real, "", "users", "", user);
        }
    }

    private static String[] accountOf(String user) {
        return user.startsWith(ACCOUNT) ? user.substring(ACCOUNT.length()).split(":", 2) : new String[0];
    }

    private void check(Caller real, String group, String resource, String namespace, String name) {
        Access access = Access.toResource("impersonate", group, resource, namespace, name);
        Decision decision = rbac.decide(real, access);
        if (!decision.allowed()) {
            throw Refusals.denied(real, access, decision.reason());
        }
    }

    private static List<String> withImplied(String user, List<String> groups) {
        String[] account = accountOf(user);
        if (account.length == 2 && groups.isEmpty()) {
            return Caller.accountGroups(account[0]);
        }
        List<String> all = new ArrayList<>(groups);
        String implied = user.equals(Caller.anonymous().name()) ? "system:unauthenticated" : Caller.AUTHENTICATED;
        if (!all.contains(Caller.AUTHENTICATED) && !all.contains("system:unauthenticated")) {
            all.add(implied);
        }
        return all;
    }

    private static Map<String, List<String>> extra(Exchange exchange) {
        Map<String, List<String>> extra = new LinkedHashMap<>();
        for (String header : exchange.headerNames()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(EXTRA)) {
                String key = URLDecoder.decode(lower.substring(EXTRA.length()), StandardCharsets.UTF_8);
                extra.put(key, exchange.headers(header));
            }
        }
        return extra;
    }
}
