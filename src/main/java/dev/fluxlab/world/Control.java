package dev.fluxlab.world;

import dev.fluxlab.clock.WorldClock;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.HttpServer;
import dev.fluxlab.http.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * The address on loopback by which other processes move a world's clock. Nothing of the lab goes through it: it is the
 * one thing that the three protocols have no word for.
 */
final class Control {

    private final WorldClock clock;
    private final String token;

    private Control(WorldClock clock, String token) {
        this.clock = clock;
        this.token = token;
    }

    static HttpServer serve(WorldClock clock, String token) {
        Control control = new Control(clock, token);
        return HttpServer.on("127.0.0.1", 0).route("/clock", control::clock).start();
    }

    private void clock(Exchange exchange) throws InterruptedException {
        authorize(exchange);
        boolean rested = true;
        if (exchange.method().equals("POST")) {
            rested = clock.advance(duration(exchange.query().get("advance", "")));
        }
        Obj answer = Obj.builder()
                .put("now", clock.instant().toString())
                .put("aheadSeconds", clock.ahead().toSeconds())
                .put("rested", rested)
                .build();
        exchange.respond(200, "application/json", JsonText.bytes(answer));
    }

    private static Duration duration(String iso) {
        try {
            return Duration.parse(iso);
        } catch (DateTimeParseException e) {
            throw new RequestRefused(
                    400, "the clock is advanced by an ISO 8601 duration, e.g. PT10M; found \"" + iso + "\"");
        }
    }

    private void authorize(Exchange exchange) {
        String given = exchange.header("Authorization").orElse("");
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            throw new RequestRefused(401, "this address takes the token in world.json");
        }
    }
}
