package dev.fluxlab.document;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a plain scalar means to go-yaml, which Kubernetes, kustomize and Flux read YAML with. */
final class YamlScalars {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUES = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSES = Set.of("false", "False", "FALSE");
    private static final Set<String> OLD_TRUES = Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> OLD_FALSES = Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF");
    private static final Set<String> NOT_FINITE = Set.of(
            ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INT =
            Pattern.compile("([-+]?)(0[bB][01]+|0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0|[1-9][0-9]*)");
    private static final Pattern NUMBER_START = Pattern.compile("[-+.0-9].*", Pattern.DOTALL);
    private static final Pattern BASE60 = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{4})-(0?[1-9]|1[0-2])-(0?[1-9]|[12][0-9]|3[01])"
            + "(?:[Tt]([0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\\.[0-9]+)?)(Z|[-+][0-9]{2}:[0-9]{2})"
            + "| ([0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\\.[0-9]+)?))?");

    private YamlScalars() {}

    static Json resolve(String text, YamlDialect dialect) {
        if (NULLS.contains(text)) {
            return Null.NULL;
        }
        if (TRUES.contains(text) || dialect == YamlDialect.KUBERNETES && OLD_TRUES.contains(text)) {
            return Bool.TRUE;
        }
        if (FALSES.contains(text) || dialect == YamlDialect.KUBERNETES && OLD_FALSES.contains(text)) {
            return Bool.FALSE;
        }
        Matcher time = TIMESTAMP.matcher(text);
        if (dialect == YamlDialect.KUSTOMIZE && time.matches()) {
            return new Str(instant(time));
        }
        return number(text).<Json>map(found -> found).orElseGet(() -> new Str(text));
    }

    /** Whether the text, written plain, is text to every reader; go-yaml quotes it otherwise. */
    static boolean readsAsText(String text) {
        return resolve(text, YamlDialect.KUBERNETES) instanceof Str
                && !NOT_FINITE.contains(text)
                && !BASE60.matcher(text).matches()
                && !TIMESTAMP.matcher(text).matches();
    }

    private static Optional<Num> number(String text) {
        if (!NUMBER_START.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replace("_", "");
        Matcher whole = INT.matcher(digits);
        if (whole.matches()) {
            return Optional.of(whole(whole.group(1), whole.group(2).toLowerCase(Locale.ROOT)));
        }
        if (!FLOAT.matcher(digits).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(digits);
        return Double.isFinite(value) ? Optional.of(Num.of(value)) : Optional.empty();
    }

    private static Num whole(String sign, String bare) {
        BigInteger size = magnitude(bare);
        BigInteger value = sign.equals("-") ? size.negate() : size;
        return value.bitLength() > 63 ? Num.of(value.doubleValue()) : Num.of(value.longValue());
    }

    private static BigInteger magnitude(String bare) {
        if (bare.startsWith("0b")) {
            return new BigInteger(bare.substring(2), 2);
        }
        if (bare.startsWith("0x")) {
            return new BigInteger(bare.substring(2), 16);
        }
        if (bare.startsWith("0o")) {
            return new BigInteger(bare.substring(2), 8);
        }
        return new BigInteger(bare, bare.startsWith("0") && bare.length() > 1 ? 8 : 10);
    }

    /** The time as Go's JSON prints it; a time without zone is taken as UTC. */
    private static String instant(Matcher time) {
        String date = "%s-%2s-%2s"
                .formatted(time.group(1), time.group(2), time.group(3))
                .replace(' ', '0');
        String clock = Optional.ofNullable(time.group(4))
                .or(() -> Optional.ofNullable(time.group(6)))
                .map(YamlScalars::clock)
                .orElse("00:00:00");
        return date + "T" + clock + Optional.ofNullable(time.group(5)).orElse("Z");
    }

    private static String clock(String text) {
        String[] halves = text.split("\\.", 2);
        String[] parts = halves[0].split(":", -1);
        String whole = "%2s:%2s:%2s".formatted(parts[0], parts[1], parts[2]).replace(' ', '0');
        String fraction = halves.length > 1 ? halves[1].replaceFirst("0+$", "") : "";
        return fraction.isEmpty() ? whole : whole + "." + fraction;
    }
}
