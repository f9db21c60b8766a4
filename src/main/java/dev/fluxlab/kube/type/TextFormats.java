package dev.fluxlab.kube.type;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats of text that a custom resource's schema may name; an unknown format asks for nothing. */
final class TextFormats {

    private static final String DURATION = "(\\d+(\\.\\d+)?|\\.\\d+)(ns|us|µs|ms|s|m|h|d|w)";
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Predicate<String> IPV4 = matching(OCTET + "(\\." + OCTET + "){3}");
    private static final Predicate<String> IPV6 =
            text -> text.contains(":") && matching("[0-9a-fA-F:.]{2,45}").test(text);

    private static final Map<String, Predicate<String>> FORMATS = Map.ofEntries(
            Map.entry("date-time", TextFormats::isDateTime),
            Map.entry("datetime", TextFormats::isDateTime),
            Map.entry("date", TextFormats::isDate),
            Map.entry("duration", matching("-?(" + DURATION + ")+|0")),
            Map.entry("byte", TextFormats::isBase64),
            Map.entry("email", matching("[^@\\s]+@[^@\\s]+")),
            Map.entry("hostname", text -> Formats.subdomain(text.toLowerCase(Locale.ROOT))
                    .isEmpty()),
            Map.entry("ipv4", IPV4),
            Map.entry("ipv6", IPV6),
            Map.entry("cidr", matching("([0-9.]+|[0-9a-fA-F:.]+)/\\d{1,3}")),
            Map.entry("mac", matching("([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}")),
            Map.entry("uri", TextFormats::isUri),
            Map.entry("uuid", matching("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")));

    private TextFormats() {}

    static boolean fits(String format, String text) {
        return FORMATS.getOrDefault(format, any -> true).test(text);
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static boolean isDateTime(String text) {
        return parses(() -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text.replace(' ', 'T')));
    }

    private static boolean isDate(String text) {
        return parses(() -> LocalDate.parse(text));
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
