package dev.fluxlab.forge;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.git.Accounts;
import dev.fluxlab.forge.git.Caller;
import dev.fluxlab.forge.git.HostedRepository;
import dev.fluxlab.forge.git.Repositories;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Handler;
import dev.fluxlab.http.RequestRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API: finds the repository and the endpoint of a request, and who asks. */
final class ApiHandler implements Handler {

    /** One endpoint. */
    @FunctionalInterface
    interface Endpoint {
        void answer(ApiCall call) throws IOException;
    }

    private record Route(String method, Pattern path, boolean writes, Endpoint endpoint) {}

    private static final String REPOSITORY = "/api/v3/repos/(?<owner>[^/]+)/(?<name>[^/]+)";

    private final Repositories repositories;
    private final Accounts accounts;
    private final List<Route> routes = new ArrayList<>();

    ApiHandler(Repositories repositories, Accounts accounts) {
        this.repositories = repositories;
        this.accounts = accounts;
    }

    /** Adds an endpoint that reads, with names in braces for parts of its path. */
    ApiHandler get(String path, Endpoint endpoint) {
        routes.add(new Route("GET", pattern(path), false, endpoint));
        return this;
    }

    /** Adds an endpoint for who may push. */
    ApiHandler post(String path, Endpoint endpoint) {
        routes.add(new Route("POST", pattern(path), true, endpoint));
        return this;
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(REPOSITORY + path.replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)"));
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        try {
            answer(exchange);
        } catch (RequestRefused e) {
            refuse(exchange, e.status(), e.getMessage());
        } catch (IllegalArgumentException e) {
            refuse(exchange, 422, String.valueOf(e.getMessage()));
        }
    }

    private void answer(Exchange exchange) throws IOException {
        Caller caller = accounts.caller(exchange);
        for (Route route : routes) {
            Matcher path = route.path().matcher(exchange.path());
            if (path.matches() && route.method().equals(exchange.method())) {
                HostedRepository repository = repository(path);
                caller.checkRead(repository.settings());
                if (route.writes()) {
                    caller.checkPush(repository.settings());
                }
                route.endpoint().answer(new ApiCall(exchange, caller, repository, path));
                return;
            }
        }
        throw new RequestRefused(404, "Not Found");
    }

    /** A repository without an owner stands below "-". */
    private HostedRepository repository(Matcher path) {
        String owner = path.group("owner");
        String name = owner.equals("-") ? path.group("name") : owner + "/" + path.group("name");
        return repositories.find(name).orElseThrow(() -> new RequestRefused(404, "Not Found"));
    }

    private static void refuse(Exchange exchange, int status, String message) {
        if (status == 401) {
            exchange.responseHeader("WWW-Authenticate", "Basic realm=\"fluxlab forge\"");
        }
        Obj body = Obj.builder()
                .put("message", message.isEmpty() ? "Not Found" : message)
                .put("status", Integer.toString(status))
                .build();
        exchange.respond(status, "application/json; charset=utf-8", JsonText.bytes(body));
    }
}
