package dev.fluxlab.kube.apply;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One step from a value to a part of it. */
sealed interface PathElement extends Comparable<PathElement> {

    /** A member of an object or map. */
    record Name(String name) implements PathElement {
        @Override
        public String toString() {
            return "." + name;
        }
    }

    /** The item of a list whose members have these values; members are sorted by name. */
    record Key(Obj members) implements PathElement {
        public Key {
            members = Obj.ofMembers(new TreeMap<>(members.members()));
        }

        @Override
        public String toString() {
            return members.members().entrySet().stream()
                    .map(member -> member.getKey() + "=" + member.getValue())
                    .collect(Collectors.joining(",", "[", "]"));
        }
    }

    /** The item of a set that is this value. */
    record Value(Json value) implements PathElement {
        @Override
        public String toString() {
            return "[=" + value + "]";
        }
    }

    /** An item by its position. */
    record Index(int index) implements PathElement {
        @Override
        public String toString() {
            return "[" + index + "]";
        }
    }

    static PathElement name(String name) {
        return new Name(name);
    }

    private int rank() {
        return this instanceof Name ? 0 : this instanceof Key ? 1 : this instanceof Value ? 2 : 3;
    }

    @Override
    default int compareTo(PathElement other) {
        if (this instanceof Name a && other instanceof Name b) {
            return a.name.compareTo(b.name);
        }
        if (this instanceof Key a && other instanceof Key b) {
            return Values.compareMembers(a.members, b.members);
        }
        if (this instanceof Value a && other instanceof Value b) {
            return Values.ORDER.compare(a.value, b.value);
        }
        if (this instanceof Index a && other instanceof Index b) {
            return Integer.compare(a.index, b.index);
        }
        return Integer.compare(rank(), other.rank());
    }

    /** The element as a key of FieldsV1. */
    default String serialised() {
        if (this instanceof Name named) {
            return "f:" + named.name;
        }
        if (this instanceof Key key) {
            return "k:" + escaped(key.members);
        }
        return this instanceof Value item ? "v:" + escaped(item.value) : "i:" + ((Index) this).index;
    }

    /** Go's encoder writes these three so that the text is safe within HTML. */
    private static String escaped(Json value) {
        return JsonText.print(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    /**
     * The element that a key of FieldsV1 says; empty for a kind of element that a later version may have.
     *
     * @throws DocumentException when the key is malformed
     */
    static Optional<PathElement> parse(String text) {
        if (text.length() < 2 || text.charAt(1) != ':') {
            throw new DocumentException("missing colon: " + new Str(text));
        }
        String rest = text.substring(2);
        return switch (text.charAt(0)) {
            case 'f' -> Optional.of(new Name(rest));
            case 'k' -> JsonText.read(rest).asObj().map(Key::new);
            case 'v' -> Optional.of(new Value(JsonText.read(rest)));
            case 'i' -> Optional.of(new Index(index(rest)));
            default -> Optional.empty();
        };
    }

    private static int index(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new DocumentException("no index of a list item: " + new Str(text));
        }
    }
}
