package dev.fluxlab.flux.oci;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A registry that has answered: over which scheme, and what it wants to see from us. */
final class OciSession {

    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final OciHttp http;
    private final String base;
    private final Map<String, String> headers;

    private OciSession(OciHttp http, String base, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.headers = headers;
    }

    /** Where to ask, and in whose name. */
    record Door(String host, String repository, boolean plainAllowed, Optional<OciLogin> login) {}

    /** Tries https and, where that is allowed, http. */
    static OciSession open(OciHttp http, Door door) throws OciFailure {
        List<String> failures = new ArrayList<>();
        for (String scheme : door.plainAllowed() ? List.of("https", "http") : List.of("https")) {
            try {
                return knock(http, scheme + "://" + door.host(), door);
            } catch (OciFailure e) {
                failures.add(e.getMessage());
            }
        }
        throw new OciFailure(String.join("; ", failures));
    }

    private static OciSession knock(OciHttp http, String base, Door door) throws OciFailure {
        URI uri = URI.create(base + "/v2/");
        HttpResponse<String> answer = http.get(uri, Map.of(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
            return new OciSession(http, base, Map.of());
        }
        if (answer.statusCode() != 401) {
            throw RegistryWords.refused(uri, answer.statusCode(), answer.body());
        }
        String challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
        return new OciSession(http, base, authorization(http, challenge, door));
    }

    private static Map<String, String> authorization(OciHttp http, String challenge, Door door) throws OciFailure {
        if (challenge.regionMatches(true, 0, "Bearer", 0, 6)) {
            return Map.of("Authorization", "Bearer " + token(http, parameters(challenge), door));
        }
        return door.login().map(login -> Map.of("Authorization", login.basic())).orElse(Map.of());
    }

    private static Map<String, String> parameters(String challenge) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(challenge);
        while (matcher.find()) {
            parameters.put(matcher.group(1), matcher.group(2));
        }
        return parameters;
    }

    private static String token(OciHttp http, Map<String, String> challenge, Door door) throws OciFailure {
        String scope = "repository:" + door.repository() + ":pull";
        URI uri = URI.create(challenge.getOrDefault("realm", "") + "?scope=" + encode(scope) + "&service="
                + encode(challenge.getOrDefault("service", "")));
        Map<String, String> headers = door.login()
                .map(login -> Map.of("Authorization", login.basic()))
                .orElse(Map.of());
        HttpResponse<String> answer = http.get(uri, headers, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw RegistryWords.refused(uri, answer.statusCode(), answer.body());
        }
        Json body = JsonText.read(answer.body());
        return body.text("token").isEmpty() ? body.text("access_token") : body.text("token");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The answer to a path, or to a link that an earlier answer gave. */
    <T> HttpResponse<T> get(String path, String accept, HttpResponse.BodyHandler<T> body) throws OciFailure {
        Map<String, String> all = new HashMap<>(headers);
        if (!accept.isEmpty()) {
            all.put("Accept", accept);
        }
        return http.get(uri(path), all, body);
    }

    URI uri(String path) {
        return URI.create(base).resolve(path);
    }
}
