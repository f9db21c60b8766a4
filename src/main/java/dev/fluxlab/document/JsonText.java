package dev.fluxlab.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON as text: reads with bounds and with the list of doubled keys, prints on one line or indented. */
public final class JsonText {

    private static final int MAX_DEPTH = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(64 << 20)
                    .build())
            .build();

    private JsonText() {}

    /** What a text says, and the paths (as {@code spec.replicas}) of keys written twice, of which the last counts. */
    public record Reading(Json value, List<String> duplicateKeys) {
        public Reading {
            duplicateKeys = List.copyOf(duplicateKeys);
        }
    }

    /**
     * The value a text says.
     *
     * @throws DocumentException when the text is not one JSON value, with the place
     */
    public static Json read(String text) {
        return reading(text.getBytes(StandardCharsets.UTF_8)).value();
    }

    public static Json read(byte[] utf8) {
        return reading(utf8).value();
    }

    /** As {@link #read(byte[])}, keeping the doubled keys that strict field validation reports. */
    public static Reading reading(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            List<String> duplicates = new ArrayList<>();
            if (parser.nextToken() == null) {
                throw new DocumentException("unexpected end of JSON input", Optional.of(new Position(1, 1)));
            }
            Json value = value(parser, "", duplicates);
            if (parser.nextToken() != null) {
                throw failure(parser, "more text after the JSON value");
            }
            return new Reading(value, duplicates);
        } catch (JsonProcessingException e) {
            throw new DocumentException(
                    e.getOriginalMessage(),
                    Optional.ofNullable(e.getLocation()).map(at -> new Position(at.getLineNr(), at.getColumnNr())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentException failure(JsonParser parser, String message) {
        var at = parser.currentLocation();
        return new DocumentException(message, Optional.of(new Position(at.getLineNr(), at.getColumnNr())));
    }

    private static Json value(JsonParser parser, String path, List<String> duplicates) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path, duplicates);
            case START_ARRAY -> array(parser, path, duplicates);
            case VALUE_STRING -> new Str(parser.getText());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> Num.of(parser.getDoubleValue());
            case VALUE_TRUE -> Bool.TRUE;
            case VALUE_FALSE -> Bool.FALSE;
            case VALUE_NULL -> Null.NULL;
            default -> throw failure(parser, "unexpected " + parser.currentToken());
        };
    }

    private static Num whole(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> Num.of(parser.getLongValue());
            default -> Num.of(parser.getDoubleValue());
        };
    }

    private static Obj object(JsonParser parser, String path, List<String> duplicates) throws IOException {
        Obj.Builder builder = Obj.builder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String here = path.isEmpty() ? key : path + "." + key;
            parser.nextToken();
            if (builder.has(key)) {
                duplicates.add(here);
            }
            builder.put(key, value(parser, here, duplicates));
        }
        return builder.build();
    }

    private static Arr array(JsonParser parser, String path, List<String> duplicates) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, path + "[" + items.size() + "]", duplicates));
        }
        return new Arr(items);
    }

    /** The value on one line, keys in their order. */
    public static String print(Json value) {
        return write(value, false);
    }

    /** The value indented by four spaces, as kubectl prints it. */
    public static String pretty(Json value) {
        return write(value, true);
    }

    public static byte[] bytes(Json value) {
        return print(value).getBytes(StandardCharsets.UTF_8);
    }

    private static String write(Json value, boolean indented) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            if (indented) {
                generator.setPrettyPrinter(indentation());
            }
            write(generator, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static DefaultPrettyPrinter indentation() {
        DefaultIndenter indenter = new DefaultIndenter("    ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }

    private static void write(JsonGenerator generator, Json value) throws IOException {
        if (value instanceof Obj obj) {
            generator.writeStartObject();
            for (Map.Entry<String, Json> member : obj.members().entrySet()) {
                generator.writeFieldName(member.getKey());
                write(generator, member.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Arr arr) {
            generator.writeStartArray();
            for (Json item : arr.items()) {
                write(generator, item);
            }
            generator.writeEndArray();
        } else if (value instanceof Str str) {
            generator.writeString(str.value());
        } else {
            generator.writeRawValue(value.toString());
        }
    }
}
