package dev.fluxlab.kube.type;

import com.google.re2j.Pattern;
import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import dev.fluxlab.kube.type.Violation.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a custom resource to its schema; what an update leaves as it was is not complained about again. */
final class SchemaCheck {

    private final Findings found;

    SchemaCheck(Findings found) {
        this.found = found;
    }

    /** Checks a value below a path; the root's path is empty. */
    void check(Node node, Json value, Optional<Json> old, String path) {
        if (old.filter(value::equals).isPresent()) {
            return;
        }
        if (value.isNull()) {
            checkNull(node, path);
            return;
        }
        checkType(node, value, path);
        new SchemaAlternatives(found).check(node, value, path);
        checkScalar(node, value, path);
        checkEnum(node, value, path);
        if (value instanceof Obj object) {
            checkObject(node, object, old, path);
        } else if (value instanceof Arr array) {
            checkArray(node, array, old, path);
        }
    }

    private void checkNull(Node node, String path) {
        boolean typed = !node.type().isEmpty() || node.isIntOrString();
        if (typed && !node.isNullable()) {
            at(path).typeInvalid(new Str("null"), path + " in body must be of type " + types(node) + ": \"null\"");
        }
        if (!node.isNullable()) {
            checkEnum(node, Null.NULL, path);
        }
    }

    private void checkType(Node node, Json value, String path) {
        String wanted = types(node);
        String is = SchemaTypes.of(value);
        boolean fits = wanted.isEmpty()
                || List.of(wanted.split(",")).contains(is)
                || wanted.equals("number") && is.equals("integer")
                || wanted.contains("integer") && SchemaTypes.isWhole(value);
        if (!fits) {
            at(path).typeInvalid(new Str(is), path + " in body must be of type " + wanted + ": \"" + is + "\"");
        }
    }

    private static String types(Node node) {
        return node.isIntOrString() ? "integer,string" : node.type();
    }

    private void checkScalar(Node node, Json value, String path) {
        if (value instanceof Str text) {
            checkText(node, text, path);
        } else if (value instanceof Num number) {
            new NumberBounds(node.declared()).complaints(number).forEach(complaint -> at(path).invalid(
                            number, path + " in body " + complaint));
        }
    }

    private void checkText(Node node, Str text, String path) {
        long length = text.value().codePointCount(0, text.value().length());
        Obj declared = node.declared();
        if (declared.has("maxLength") && length > Read.number(declared, "maxLength")) {
            at(path).tooLong(Read.number(declared, "maxLength"));
        }
        if (declared.has("minLength") && length < Read.number(declared, "minLength")) {
            at(path).invalid(
                            text,
                            path + " in body should be at least " + Read.number(declared, "minLength") + " chars long");
        }
        String pattern = declared.text("pattern");
        if (!pattern.isEmpty()
                && !Pattern.compile(pattern).matcher(text.value()).find()) {
            at(path).invalid(text, path + " in body should match '" + pattern + "'");
        }
        String format = declared.text("format");
        if (!TextFormats.fits(format, text.value())) {
            at(path).typeInvalid(text, path + " in body must be of type " + format + ": " + GoText.quote(text.value()));
        }
    }

    private void checkEnum(Node node, Json value, String path) {
        List<Json> allowed = node.declared().items("enum");
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            at(path).notSupported(
                            value,
                            allowed.stream()
                                    .map(item -> item.asText().orElseGet(item::toString))
                                    .toList());
        }
    }

    private void checkObject(Node node, Obj object, Optional<Json> old, String path) {
        Obj declared = node.declared();
        if (declared.has("minProperties") && object.size() < Read.number(declared, "minProperties")) {
            at(path).invalid(
                            Json.number(object.size()),
                            path + " in body should have at least " + Read.number(declared, "minProperties")
                                    + " properties");
        }
        if (declared.has("maxProperties") && object.size() > Read.number(declared, "maxProperties")) {
            at(path).tooMany(object.size(), Read.number(declared, "maxProperties"));
        }
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String name = member.getKey();
            Optional<Json> before = old.flatMap(value -> value.at(name));
            node.property(name)
                    .or(node::additionalProperties)
                    .ifPresent(below -> check(below, member.getValue(), before, child(path, name)));
        }
        for (String name : node.required()) {
            if (!object.has(name)) {
                at(child(path, name)).required("");
            }
        }
    }

    private void checkArray(Node node, Arr array, Optional<Json> old, String path) {
        Obj declared = node.declared();
        Correlation before = new Correlation(node, old);
        for (int i = 0; i < array.size() && node.items().isPresent(); i++) {
            Json item = array.items().get(i);
            check(node.items().orElseThrow(), item, before.of(item), path + "[" + i + "]");
        }
        if (declared.has("minItems") && array.size() < Read.number(declared, "minItems")) {
            at(path).invalid(
                            Json.number(array.size()),
                            path + " in body should have at least " + Read.number(declared, "minItems") + " items");
        }
        if (declared.has("maxItems") && array.size() > Read.number(declared, "maxItems")) {
            at(path).tooMany(array.size(), Read.number(declared, "maxItems"));
        }
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private Findings at(String path) {
        return path.isEmpty() ? found.nowhere() : found.in(path);
    }

    /** Errors after which the rules of the schema are not evaluated. */
    static boolean blocks(Violation violation) {
        return List.of(Reason.NOT_SUPPORTED, Reason.REQUIRED, Reason.TOO_LONG, Reason.TOO_MANY, Reason.TYPE_INVALID)
                .contains(violation.reason());
    }
}
