package dev.fluxlab.flux.git;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** A repository elsewhere, reached over HTTP. */
public final class GitRemote {

    /** Larger files are streamed, so that memory stays bounded. */
    private static final int STREAMED = 1 << 20;

    private final String url;
    private final GitCredentials credentials;
    private final Duration timeout;

    public GitRemote(String url, GitCredentials credentials, Duration timeout) {
        this.url = url;
        this.credentials = credentials;
        this.timeout = timeout;
    }

    public String url() {
        return url;
    }

    /** What the remote offers. */
    public RemoteRefs refs() throws GitFailure {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw GitFailure.noScheme(url);
        }
        return RemoteRefs.parse(advertisement("git-upload-pack"));
    }

    /** Says why the remote takes no pushes, if it does not. */
    public void requireWritable() throws GitFailure {
        advertisement("git-receive-pack");
    }

    private byte[] advertisement(String service) throws GitFailure {
        String requested = url + "/info/refs?service=" + service;
        HttpResponse<byte[]> response = response(requested);
        String body = new String(response.body(), StandardCharsets.UTF_8);
        return switch (response.statusCode()) {
            case 200 -> response.body();
            case 401 -> throw new GitFailure("authentication required: " + body);
            case 403 -> throw new GitFailure("authorization failed: " + body);
            case 404 -> throw new GitFailure("repository not found: " + body);
            default -> throw new GitFailure("unexpected client error: unexpected requesting \"" + requested
                    + "\" status code: " + response.statusCode());
        };
    }

    private HttpResponse<byte[]> response(String requested) throws GitFailure {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(requested));
        credentials.authorization().ifPresent(value -> request.header("Authorization", value));
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unreachable(requested, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw unreachable(requested, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(requested, e);
        }
    }

    private GitFailure unreachable(String requested, Throwable cause) {
        return new GitFailure("Get \"" + requested + "\": " + reason(cause), cause);
    }

    /** Go's words for what went wrong on the way. */
    private String reason(Throwable cause) {
        URI uri = URI.create(url);
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "context deadline exceeded";
        }
        if (cause instanceof ConnectException && cause.getCause() instanceof UnresolvedAddressException) {
            return "dial tcp: lookup " + uri.getHost() + ": no such host";
        }
        if (cause instanceof ConnectException) {
            int port = uri.getPort() < 0 ? (uri.getScheme().equals("https") ? 443 : 80) : uri.getPort();
            return "dial tcp " + uri.getHost() + ":" + port + ": connect: connection refused";
        }
        return cause instanceof IOException ? "EOF" : String.valueOf(cause.getMessage());
    }

    /**
     * Fetches into a new bare repository.
     *
     * @param specs such as {@code +refs/heads/main:refs/heads/main}
     * @param depth how many commits of each, or 0 for all
     */
    public GitCopy fetch(Path folder, List<String> specs, int depth) throws GitFailure {
        try {
            Repository repository = new FileRepository(folder.toFile());
            repository.create(true);
            repository.getConfig().setInt("core", null, "streamFileThreshold", STREAMED);
            GitCopy copy = new GitCopy(repository, folder);
            try {
                fetch(repository, specs, depth);
                return copy;
            } catch (IOException | URISyntaxException | RuntimeException e) {
                copy.close();
                throw e;
            }
        } catch (TransportException e) {
            throw new GitFailure(broken(e), e);
        } catch (IOException | URISyntaxException e) {
            throw new GitFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private void fetch(Repository repository, List<String> specs, int depth) throws IOException, URISyntaxException {
        try (Transport transport = Transport.open(repository, new URIish(url))) {
            authorise(transport);
            transport.setTimeout((int) Math.max(1, timeout.toSeconds()));
            transport.setTagOpt(TagOpt.NO_TAGS);
            if (depth > 0) {
                transport.setDepth(depth);
            }
            transport.fetch(
                    NullProgressMonitor.INSTANCE,
                    specs.stream().map(RefSpec::new).toList());
        }
    }

    /** Lets a transport to this remote prove who it is. */
    public void authorise(Transport transport) {
        if (transport instanceof TransportHttp http) {
            credentials.authorization().ifPresent(value -> http.setAdditionalHeaders(Map.of("Authorization", value)));
        }
    }

    private static String broken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return "unexpected EOF";
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
