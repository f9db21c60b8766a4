package dev.fluxlab.http;

/** Answers an exchange. Whatever it throws is answered by the server's {@link Failures}. */
@FunctionalInterface
public interface Handler {

    void handle(Exchange exchange) throws Exception;
}
