package dev.fluxlab.kube.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Reads the user and the groups out of a client certificate. */
public final class ClientCertificates {

    private ClientCertificates() {}

    public static Caller caller(X509Certificate certificate) {
        String user = "";
        List<String> groups = new ArrayList<>();
        try {
            for (Rdn rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (rdn.getType().equalsIgnoreCase("CN")) {
                    user = String.valueOf(rdn.getValue());
                } else if (rdn.getType().equalsIgnoreCase("O")) {
                    groups.add(String.valueOf(rdn.getValue()));
                }
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            String credential = "X509SHA256=" + HexFormat.of().formatHex(digest);
            return new Caller(user, "", groups, Map.of(Caller.CREDENTIAL, List.of(credential))).authenticated();
        } catch (InvalidNameException | GeneralSecurityException e) {
            throw new PkiException("cannot read the user of " + certificate.getSubjectX500Principal(), e);
        }
    }
}
