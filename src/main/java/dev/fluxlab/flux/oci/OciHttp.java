package dev.fluxlab.flux.oci;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Asks within a time that covers the whole answer. */
final class OciHttp {

    private final HttpClient client;
    private final Duration timeout;

    OciHttp(boolean insecure, Duration timeout) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL);
        if (insecure) {
            builder.sslContext(trusting());
            SSLParameters unchecked = new SSLParameters();
            unchecked.setEndpointIdentificationAlgorithm("");
            builder.sslParameters(unchecked);
        }
        this.client = builder.build();
        this.timeout = timeout;
    }

    <T> HttpResponse<T> get(URI uri, Map<String, String> headers, HttpResponse.BodyHandler<T> body) throws OciFailure {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(timeout);
        headers.forEach(request::header);
        try {
            return client.sendAsync(request.build(), body).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw RegistryWords.unreachable(uri, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw RegistryWords.unreachable(uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RegistryWords.unreachable(uri, e);
        }
    }

    /** {@code insecure: true} asks for exactly this: no check of certificates. */
    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Unchecked()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static final class Unchecked implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
