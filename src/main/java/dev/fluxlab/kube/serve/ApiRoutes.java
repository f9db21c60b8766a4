package dev.fluxlab.kube.serve;

import dev.fluxlab.http.Failures;
import dev.fluxlab.http.Handler;
import dev.fluxlab.kube.apply.ProtobufDecoder;
import dev.fluxlab.kube.auth.Rbac;
import dev.fluxlab.kube.auth.Tokens;
import dev.fluxlab.kube.store.Store;
import dev.fluxlab.kube.type.TypeCatalog;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** The API over a store, wired: hand {@link #handler} and {@link #failures} to an HTTP server. */
public final class ApiRoutes implements AutoCloseable {

    private static final int WATCH_READERS = 2;

    private final Cluster cluster;
    private final Mutations mutations;
    private final Decoder decoder;
    private final BodyReader bodies;
    private final Answers answers;
    private final Rbac rbac;
    private final Tokens tokens;
    private final ScheduledExecutorService timers = timers();
    private final ExecutorService readers = Executors.newFixedThreadPool(WATCH_READERS, daemons("watch-reader"));
    private final DefinitionEstablisher establisher;

    /** The API over a store, whose objects it completes with those that every cluster begins with. */
    public ApiRoutes(Store store, Tokens tokens, InstantSource clock, Names names) {
        this.cluster = new Cluster(store, new ServedTypes(TypeCatalog.builtIn()), clock, names);
        this.tokens = tokens;
        this.rbac = new Rbac(store);
        this.answers = new Answers(clock);
        this.bodies =
                new BodyReader(new ProtobufDecoder(cluster.types().catalog().schemas()));
        this.decoder = new Decoder(bodies, cluster.types());
        Pools pools = new Pools(store);
        Admission admission = new NamespaceLifecycle(store).then(new RoleEscalation(rbac));
        this.mutations = new Mutations(
                new Creation(cluster, admission, pools),
                new Updating(cluster, admission, pools),
                new Deletion(cluster));
        new Bootstrap(cluster, mutations.creation()).complete();
        this.establisher = DefinitionEstablisher.start(cluster, mutations);
    }

    public Failures failures() {
        return new StatusAnswers();
    }

    public Handler handler() {
        Handler plain = new PlainPaths(
                new DiscoveryHandler(cluster.types()), new OpenApiHandler(cluster.types(), cluster.clock()));
        Handler dispatcher = new Dispatcher(cluster.types(), verbs(), endpoints(), plain);
        Handler allowed = new Authorization(rbac).before(dispatcher);
        Handler known = new Authentication(tokens).before(new Impersonation(rbac).before(allowed));
        return new Stamping(cluster.names()).before(known);
    }

    private Map<String, Verb> verbs() {
        Listing listing = new Listing(cluster.store());
        Map<String, Verb> verbs = new LinkedHashMap<>();
        verbs.put("get", new GetVerb(cluster, answers));
        verbs.put("list", new ListVerb(listing, answers));
        verbs.put("watch", new WatchVerb(cluster, answers, timers, readers));
        verbs.put("create", new CreateVerb(decoder, mutations.creation(), answers));
        verbs.put("update", new UpdateVerb(cluster, decoder, mutations, answers));
        verbs.put("patch", new PatchVerb(cluster, mutations, answers));
        verbs.put("delete", new DeleteVerb(bodies, mutations.deletion(), answers));
        verbs.put("deletecollection", new DeleteCollectionVerb(bodies, listing, mutations.deletion(), answers));
        return verbs;
    }

    private Endpoints endpoints() {
        PodLogs logs = new PodLogs();
        Verb intake = new LogIntake(cluster, logs);
        return new Endpoints(subresources(logs), Map.of("log/create", intake), reviews());
    }

    private Map<String, Verb> subresources(PodLogs logs) {
        ScaleEndpoint scale = new ScaleEndpoint(cluster, bodies, mutations.updating());
        Map<String, Verb> endpoints = new LinkedHashMap<>();
        endpoints.put("status/get", new GetVerb(cluster, answers));
        endpoints.put("status/update", new UpdateVerb(cluster, decoder, mutations, answers));
        endpoints.put("status/patch", new PatchVerb(cluster, mutations, answers));
        endpoints.put("scale/get", scale::get);
        endpoints.put("scale/update", scale::update);
        endpoints.put("scale/patch", scale::patch);
        endpoints.put("finalize/update", new FinalizeEndpoint(cluster, decoder, answers));
        endpoints.put("token/create", new TokenEndpoint(bodies, tokens, cluster));
        endpoints.put("eviction/create", new EvictionEndpoint(bodies, mutations.deletion(), cluster));
        endpoints.put("binding/create", new BindingEndpoint(bodies, cluster));
        endpoints.put("log/get", new LogEndpoint(cluster, logs));
        return endpoints;
    }

    private Map<String, Verb> reviews() {
        AccessReviews access = new AccessReviews(rbac, decoder, cluster);
        IdentityReviews identity = new IdentityReviews(tokens, decoder, cluster);
        Map<String, Verb> reviews = new LinkedHashMap<>();
        reviews.put("selfsubjectaccessreviews.authorization.k8s.io", access::self);
        reviews.put("subjectaccessreviews.authorization.k8s.io", access::subject);
        reviews.put("localsubjectaccessreviews.authorization.k8s.io", access::subject);
        reviews.put("selfsubjectrulesreviews.authorization.k8s.io", access::rules);
        reviews.put("selfsubjectreviews.authentication.k8s.io", identity::self);
        reviews.put("tokenreviews.authentication.k8s.io", identity::token);
        return reviews;
    }

    private static ScheduledExecutorService timers() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, daemons("watch-timer"));
        executor.setRemoveOnCancelPolicy(true); // thousands of watches end long before their timeouts
        return executor;
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        establisher.close();
        timers.shutdownNow();
        readers.shutdownNow();
    }
}
