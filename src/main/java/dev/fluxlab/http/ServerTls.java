package dev.fluxlab.http;

import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * How a server proves itself, and whose client certificates it accepts (none: it asks for none). A client without a
 * certificate is served all the same; what it may do is for the handlers to say.
 *
 * @param identity key and chain of the server, in one entry
 * @param password of that entry
 * @param clientAuthorities issuers of client certificates
 */
public record ServerTls(KeyStore identity, String password, List<X509Certificate> clientAuthorities) {

    public ServerTls {
        clientAuthorities = List.copyOf(clientAuthorities);
    }

    @Override
    public String toString() {
        return "ServerTls[" + clientAuthorities.size() + " client authorities]";
    }
}
