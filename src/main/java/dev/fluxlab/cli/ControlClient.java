package dev.fluxlab.cli;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Access;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a running world about its clock, or moves it. */
record ControlClient(Access access) {

    Obj clock() throws InterruptedException {
        return send(request("/clock").GET());
    }

    Obj advance(Duration by) throws InterruptedException {
        return send(request("/clock?advance=" + by).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(access.control() + path))
                .header("Authorization", "Bearer " + access.controller().password());
    }

    private Obj send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new NoWorld("the world refused: " + answer.body().strip());
            }
            return JsonText.read(answer.body()).obj();
        } catch (IOException | DocumentException e) {
            throw new NoWorld("the world at " + access.control() + " does not answer: " + e.getMessage()
                    + ". \"fluxlab status\" shows whether it is served.");
        }
    }
}
