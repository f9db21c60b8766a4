package dev.fluxlab.flux.oci;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;

/** A connection that failed, in the words of Go's HTTP client. */
public final class NetworkProblem {

    private NetworkProblem() {}

    /** The request and what went wrong with it, such as {@code Get "https://…": dial tcp …: connection refused}. */
    public static String text(String method, URI uri, IOException problem) {
        String verb = method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
        return verb + " \"" + uri + "\": " + cause(uri, problem);
    }

    private static String cause(URI uri, IOException problem) {
        if (problem instanceof HttpTimeoutException) {
            return "context deadline exceeded";
        }
        if (isCausedBy(problem, UnresolvedAddressException.class) || isCausedBy(problem, UnknownHostException.class)) {
            return "dial tcp: lookup " + uri.getHost() + ": no such host";
        }
        if (problem instanceof ConnectException) {
            return "dial tcp " + address(uri) + ": connect: connection refused";
        }
        if (problem instanceof EOFException || says(problem, "EOF") || says(problem, "no bytes")) {
            return "EOF";
        }
        return handshake(problem);
    }

    private static String handshake(IOException problem) {
        if (says(problem, "unrecognized SSL message") || says(problem, "plaintext connection")) {
            return "http: server gave HTTP response to HTTPS client";
        }
        if (says(problem, "PKIX path")) {
            return "tls: failed to verify certificate: x509: certificate signed by unknown authority";
        }
        return String.valueOf(problem.getMessage());
    }

    private static String address(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return uri.getHost() + ":" + port;
    }

    private static boolean says(Throwable problem, String words) {
        for (Throwable one = problem; one != null; one = one.getCause()) {
            if (String.valueOf(one.getMessage()).contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCausedBy(Throwable problem, Class<?> type) {
        for (Throwable one = problem; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return true;
            }
        }
        return false;
    }
}
