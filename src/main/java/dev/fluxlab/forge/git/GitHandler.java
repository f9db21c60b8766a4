package dev.fluxlab.forge.git;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Handler;
import dev.fluxlab.http.RequestRefused;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** Git's smart HTTP protocol, versions 0 to 2. */
public final class GitHandler implements Handler {

    private static final Pattern PATH =
            Pattern.compile("/(.+?)(?:\\.git)?/(info/refs|git-upload-pack|git-receive-pack)");
    private static final String RECEIVE = "git-receive-pack";
    private static final String UPLOAD = "git-upload-pack";

    private final Repositories repositories;
    private final Accounts accounts;
    private final AfterPush afterPush;
    private final InstantSource time;

    public GitHandler(Repositories repositories, Accounts accounts, AfterPush afterPush, InstantSource time) {
        this.repositories = repositories;
        this.accounts = accounts;
        this.afterPush = afterPush;
        this.time = time;
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        exchange.responseHeader("Cache-Control", "no-cache, max-age=0, must-revalidate");
        Matcher path = PATH.matcher(exchange.path());
        if (!path.matches()) {
            throw new RequestRefused(404, "");
        }
        Caller caller = accounts.caller(exchange);
        HostedRepository repository = repository(path.group(1));
        String service = path.group(2).equals("info/refs") ? exchange.query().get("service", "") : path.group(2);
        authorize(repository, caller, service);
        if (path.group(2).equals("info/refs")) {
            advertise(exchange, repository, caller, service);
        } else if (service.equals(UPLOAD)) {
            upload(exchange, repository);
        } else {
            receive(exchange, repository, caller);
        }
    }

    private HostedRepository repository(String name) {
        return repositories.find(new RepositoryName(name).value()).orElseThrow(() -> new RequestRefused(404, ""));
    }

    private static void authorize(HostedRepository repository, Caller caller, String service) {
        caller.checkRead(repository.settings());
        if (service.equals(RECEIVE)) {
            caller.checkPush(repository.settings());
        } else if (!service.equals(UPLOAD)) {
            throw new RequestRefused(403, "only Git's smart HTTP protocol is served; use a current git");
        }
    }

    private void advertise(Exchange exchange, HostedRepository repository, Caller caller, String service)
            throws IOException {
        exchange.respond(200, "application/x-" + service + "-advertisement", out -> {
            PacketLineOut lines = new PacketLineOut(out);
            PacketLineOutRefAdvertiser refs = new PacketLineOutRefAdvertiser(lines);
            if (service.equals(RECEIVE)) {
                lines.writeString("# service=" + service + "\n");
                lines.end();
                new Receive(repository, caller, afterPush, time).pack().sendAdvertisedRefs(refs);
            } else {
                uploadPack(exchange, repository).sendAdvertisedRefs(refs, service);
            }
        });
    }

    private static UploadPack uploadPack(Exchange exchange, HostedRepository repository) {
        UploadPack pack = new UploadPack(repository.git());
        pack.setBiDirectionalPipe(false);
        Collection<String> parameters = exchange.header("Git-Protocol").stream()
                .flatMap(header -> List.of(header.split(":", -1)).stream())
                .toList();
        pack.setExtraParameters(parameters);
        return pack;
    }

    private static void upload(Exchange exchange, HostedRepository repository) throws IOException {
        UploadPack pack = uploadPack(exchange, repository);
        exchange.respond(200, "application/x-" + UPLOAD + "-result", out -> pack.upload(body(exchange), out, null));
    }

    private void receive(Exchange exchange, HostedRepository repository, Caller caller) throws IOException {
        Receive receive = new Receive(repository, caller, afterPush, time);
        exchange.respond(200, "application/x-" + RECEIVE + "-result", out -> receive.run(body(exchange), out));
        repository.git().autoGC(NullProgressMonitor.INSTANCE);
    }

    private static InputStream body(Exchange exchange) throws IOException {
        InputStream body = exchange.bodyStream();
        boolean packed =
                exchange.header("Content-Encoding").filter("gzip"::equals).isPresent();
        return packed ? new GZIPInputStream(body) : body;
    }
}
