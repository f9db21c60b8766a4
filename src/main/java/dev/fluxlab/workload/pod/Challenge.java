package dev.fluxlab.workload.pod;

import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A registry's demand for a token: where to get it, and for which service. */
record Challenge(String realm, String service) {

    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    static Optional<Challenge> bearer(HttpHeaders headers) {
        return headers.allValues("WWW-Authenticate").stream()
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .findFirst()
                .map(value -> new Challenge(parameter(value, "realm"), parameter(value, "service")));
    }

    private static String parameter(String challenge, String name) {
        Matcher parameters = PARAMETER.matcher(challenge);
        while (parameters.find()) {
            if (parameters.group(1).equals(name)) {
                return parameters.group(2);
            }
        }
        return "";
    }

    String tokenUrl(ImageReference image) {
        String scope = "repository:" + image.repository() + ":pull";
        return realm + "?service=" + encoded(service) + "&scope=" + encoded(scope);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
