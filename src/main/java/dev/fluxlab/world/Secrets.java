package dev.fluxlab.world;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.registry.AccessTokens;
import dev.fluxlab.world.view.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;

/**
 * What a world is made of once and keeps: the passwords of its users, the ports it was served at, how far its clock
 * has been moved.
 */
record Secrets(Obj json) {

    private static final int PASSWORD_BYTES = 16;

    /** Everyone who may log in to the forge or the registry, and the token of the control address. */
    static final List<String> USERS = List.of("learner", "flux", "instructor", "jobs", "control");

    static Secrets loadOrMake(WorldFolder folder, SecureRandom random) {
        return folder.exists() ? load(folder) : make(folder, random);
    }

    static Secrets load(WorldFolder folder) {
        try {
            Json json = JsonText.read(Files.readString(folder.secrets()));
            return new Secrets(json.asObj().orElse(Obj.EMPTY)).checked(folder);
        } catch (IOException | DocumentException e) {
            throw new WorldBroken(folder.secrets(), e);
        }
    }

    private Secrets checked(WorldFolder folder) {
        for (String user : USERS) {
            if (json.text("passwords", user).isEmpty()) {
                throw new WorldBroken(
                        folder.secrets(), new DocumentException("it has no password of user \"" + user + "\""));
            }
        }
        return this;
    }

    private static Secrets make(WorldFolder folder, SecureRandom random) {
        Obj.Builder passwords = Obj.builder();
        for (String user : USERS) {
            byte[] bytes = new byte[PASSWORD_BYTES];
            random.nextBytes(bytes);
            passwords.put(user, HexFormat.of().formatHex(bytes));
        }
        Secrets secrets = new Secrets(Obj.of("passwords", passwords.build()));
        secrets.save(folder);
        return secrets;
    }

    void save(WorldFolder folder) {
        OwnerFile.write(folder.secrets(), JsonText.pretty(json) + "\n");
    }

    Login login(String user) {
        return new Login(user, json.text("passwords", user));
    }

    /** The tokens of workflow jobs, which forge and registry both take. */
    AccessTokens jobTokens(InstantSource clock) {
        return AccessTokens.keyed(login("jobs").password().getBytes(StandardCharsets.UTF_8), clock);
    }

    /** The port a part was served at before; 0 when it was not yet. */
    int port(String part) {
        return json.at("ports", part).flatMap(Json::asLong).orElse(0L).intValue();
    }

    Secrets withPort(String part, int port) {
        return new Secrets(json.withObj("ports", ports -> ports.with(part, Json.number(port))));
    }

    long secondsAhead() {
        return json.at("secondsAhead").flatMap(Json::asLong).orElse(0L);
    }

    Secrets withSecondsAhead(long seconds) {
        return new Secrets(json.with("secondsAhead", Json.number(seconds)));
    }

    @Override
    public String toString() {
        return "Secrets[" + json.obj("passwords").keys() + "]";
    }
}
