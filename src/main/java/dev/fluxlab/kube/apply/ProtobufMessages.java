package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import dev.fluxlab.kube.type.Field;
import dev.fluxlab.kube.type.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Protobuf messages of Kubernetes' types as JSON. */
final class ProtobufMessages {

    private static final int MAX_DEPTH = 100;

    private final ProtobufDecoder envelopes;
    private int depth;

    ProtobufMessages(ProtobufDecoder envelopes) {
        this.envelopes = envelopes;
    }

    Obj object(Schema schema, WireReader in) {
        Map<String, Json> members = new LinkedHashMap<>();
        read(schema, in, members);
        return Obj.ofMembers(members);
    }

    private void read(Schema schema, WireReader in, Map<String, Json> members) {
        if (++depth > MAX_DEPTH) {
            throw new ProtobufException("messages nest more than " + MAX_DEPTH + " deep");
        }
        while (in.next()) {
            Optional<Field> field = declared(schema, in.number());
            if (field.isEmpty()) {
                in.skip();
            } else if (field.get().go().inline()) {
                read(field.get().type(), in.message(), members);
            } else {
                member(field.get(), in, members);
            }
        }
        depth--;
    }

    private static Optional<Field> declared(Schema schema, int number) {
        return schema.declaredFields().stream()
                .filter(field -> field.go().number() == number)
                .findFirst();
    }

    private void member(Field field, WireReader in, Map<String, Json> members) {
        Schema type = field.type();
        Json before = members.getOrDefault(field.name(), Null.NULL);
        Json value =
                switch (type.kind()) {
                    case LIST -> type.wrapped() ? wrapped(type, in.message()) : appended(type, in, before);
                    case MAP -> entry(type, in.message(), before.asObj().orElse(Obj.EMPTY));
                    default -> value(type, in);
                };
        members.put(field.name(), value);
    }

    private Json appended(Schema list, WireReader in, Json before) {
        List<Json> items = new ArrayList<>(before.items());
        if (list.items().kind() == Schema.Kind.INTEGER && in.isBlock()) {
            WireReader packed = in.message();
            while (!packed.isEmpty()) {
                items.add(Num.of(packed.varint()));
            }
        } else {
            items.add(value(list.items(), in));
        }
        return new Arr(items);
    }

    /** Lists with a name of their own are a message whose first field is the list. */
    private Json wrapped(Schema list, WireReader in) {
        List<Json> items = new ArrayList<>();
        while (in.next()) {
            items.add(value(list.items(), in));
        }
        return new Arr(items);
    }

    private Obj entry(Schema map, WireReader in, Obj before) {
        String key = "";
        Json value = Null.NULL;
        while (in.next()) {
            switch (in.number()) {
                case 1 -> key = in.text();
                case 2 -> value = element(map.items(), in);
                default -> in.skip();
            }
        }
        return before.with(key, value);
    }

    private Json element(Schema type, WireReader in) {
        return type.kind() == Schema.Kind.LIST && type.wrapped() ? wrapped(type, in.message()) : value(type, in);
    }

    private Json value(Schema type, WireReader in) {
        return switch (type.kind()) {
            case OBJECT -> object(type, in.message());
            case INTEGER -> Num.of(type.goType().endsWith("32") ? (int) in.whole() : in.whole());
            case NUMBER -> Num.of(in.floating());
            case BOOLEAN -> Json.bool(in.whole() != 0);
            case BYTES -> new Str(Base64.getEncoder().encodeToString(in.block()));
            case QUANTITY -> new Str(firstText(in.message()));
            case INT_OR_STRING -> intOrString(in.message());
            case TIME, MICRO_TIME -> time(in.message());
            case DURATION -> throw new ProtobufException("no built-in kind holds a duration");
            case EITHER -> either(type, in.message());
            case ANY -> raw(in.message());
            default -> new Str(in.text());
        };
    }

    private static String firstText(WireReader in) {
        String text = "";
        while (in.next()) {
            if (in.number() == 1) {
                text = in.text();
            } else {
                in.skip();
            }
        }
        return text;
    }

    private static Json intOrString(WireReader in) {
        boolean isText = false;
        Json number = Num.of(0);
        Json text = new Str("");
        while (in.next()) {
            switch (in.number()) {
                case 1 -> isText = in.whole() == 1;
                case 2 -> number = Num.of((int) in.whole());
                case 3 -> text = new Str(in.text());
                default -> in.skip();
            }
        }
        return isText ? text : number;
    }

    /** A time without any field is the zero time, which JSON writes as null. */
    private static Json time(WireReader in) {
        if (in.isEmpty()) {
            return Null.NULL;
        }
        long seconds = 0;
        long nanos = 0;
        while (in.next()) {
            switch (in.number()) {
                case 1 -> seconds = in.whole();
                case 2 -> nanos = in.whole();
                default -> in.skip();
            }
        }
        return new Str(Instant.ofEpochSecond(seconds, nanos).toString());
    }

    /** JSON schemas hold a schema, or schemas, or something simpler, each in a field of its own. */
    private Json either(Schema type, WireReader in) {
        Map<String, Json> forms = new LinkedHashMap<>();
        read(type, in, forms);
        Json chosen = Null.NULL;
        for (Json form : forms.values()) {
            chosen = form instanceof Obj || chosen.isNull() ? form : chosen;
        }
        return chosen;
    }

    private Json raw(WireReader in) {
        byte[] bytes = new byte[0];
        while (in.next()) {
            if (in.number() == 1) {
                bytes = in.block();
            } else {
                in.skip();
            }
        }
        if (ProtobufDecoder.isEnvelope(bytes)) {
            return envelopes.decode(bytes);
        }
        try {
            return bytes.length == 0 ? Null.NULL : JsonText.read(bytes);
        } catch (DocumentException e) {
            throw new ProtobufException("an object within the message is no JSON: " + e.getMessage());
        }
    }
}
