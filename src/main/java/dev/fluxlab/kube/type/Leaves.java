package dev.fluxlab.kube.type;

import dev.fluxlab.document.Bool;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Str;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;

/** Scalar values as Go reads and writes them. */
final class Leaves {

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Leaves() {}

    /** The canonical form of a value that is not null. */
    static Json canonical(Schema schema, Json value, Place place) {
        return switch (schema.kind()) {
            case STRING, DURATION -> text(schema, value, place);
            case INTEGER -> whole(schema, value, place);
            case NUMBER -> value instanceof Num ? value : wrong(schema, value, place);
            case BOOLEAN -> value instanceof Bool ? value : wrong(schema, value, place);
            case BYTES -> bytes(schema, value, place);
            case QUANTITY -> quantity(value);
            case INT_OR_STRING -> value instanceof Str ? value : intOrString(value, place);
            case TIME -> new Str(
                    time(value, place).truncatedTo(ChronoUnit.SECONDS).toString());
            case MICRO_TIME -> new Str(MICROS.format(time(value, place)));
            default -> value;
        };
    }

    private static Json text(Schema schema, Json value, Place place) {
        return value instanceof Str ? value : wrong(schema, value, place);
    }

    private static Json whole(Schema schema, Json value, Place place) {
        if (!(value instanceof Num num)) {
            return wrong(schema, value, place);
        }
        boolean fits =
                num.isIntegral() && (!schema.goType().endsWith("32") || num.longValue() == (int) num.longValue());
        return fits ? value : wrong(schema, value, place);
    }

    private static Json wrong(Schema schema, Json value, Place place) {
        throw WrongTypeException.of(shown(schema, value), place, schema);
    }

    /** Go names the number that an integer cannot hold, but not one where no number belongs. */
    private static String shown(Schema schema, Json value) {
        if (value instanceof Num && schema.kind() == Schema.Kind.INTEGER) {
            return "number " + value;
        }
        return value instanceof Bool ? "bool" : value.typeName();
    }

    private static Json bytes(Schema schema, Json value, Place place) {
        if (!(value instanceof Str str)) {
            return wrong(schema, value, place);
        }
        String text = str.value().replace("\n", "").replace("\r", "");
        try {
            return new Str(
                    Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            throw new WrongTypeException("illegal base64 data at input byte " + firstIllegal(text));
        }
    }

    private static int firstIllegal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean legal =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/';
            if (!legal) {
                return i;
            }
        }
        return text.length() / 4 * 4;
    }

    private static Json quantity(Json value) {
        try {
            return new Str(
                    Quantity.parse(value.asText().orElseGet(value::toString).strip())
                            .toString());
        } catch (IllegalArgumentException e) {
            throw new WrongTypeException(String.valueOf(e.getMessage()));
        }
    }

    private static Json intOrString(Json value, Place place) {
        boolean fits = value instanceof Num num && num.isIntegral() && num.longValue() == (int) num.longValue();
        if (!fits) {
            String shown = value instanceof Num ? "number " + value : value instanceof Bool ? "bool" : value.typeName();
            throw WrongTypeException.unreadable(shown, place, "int32");
        }
        return value;
    }

    private static Instant time(Json value, Place place) {
        if (!(value instanceof Str str)) {
            String shown = value instanceof Bool ? "bool" : value.typeName();
            throw WrongTypeException.unreadable(shown, place, "string");
        }
        try {
            return OffsetDateTime.parse(str.value()).toInstant();
        } catch (DateTimeParseException e) {
            throw new WrongTypeException("parsing time \"" + str.value()
                    + "\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"" + str.value() + "\" as \"2006\"");
        }
    }
}
