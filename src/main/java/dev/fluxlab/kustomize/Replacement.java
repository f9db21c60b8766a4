package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Copies a value of one object into fields of others. */
final class Replacement implements Change {

    private static final String DEFAULT_FIELD = "metadata.name";

    private final Json spec;

    Replacement(Json spec) {
        this.spec = spec;
    }

    @Override
    public void apply(ResourceSet resources) {
        if (spec.at("source").isEmpty() || spec.at("targets").isEmpty()) {
            throw new KustomizeException("replacements must specify a source and at least one target");
        }
        Json value = value(resources);
        for (Json target : spec.items("targets")) {
            if (target.at("select").isEmpty()) {
                throw new KustomizeException("target must specify resources to select");
            }
            resources.all().stream()
                    .filter(resource -> selects(target, resource))
                    .forEach(resource -> copy(value, target, resource));
        }
    }

    private Json value(ResourceSet resources) {
        Obj source = spec.obj("source");
        ResourceId selector = Selector.id(source);
        List<Resource> found = resources.withAnyId(id -> id.isSelectedBy(selector));
        if (found.size() > 1) {
            throw new KustomizeException("multiple matches for selector " + describe(source));
        }
        if (found.isEmpty()) {
            throw new KustomizeException("nothing selected by " + describe(source));
        }
        String field = source.text("fieldPath").isEmpty() ? DEFAULT_FIELD : source.text("fieldPath");
        Json value = FieldPath.of(field)
                .find(found.get(0).body())
                .filter(any -> !any.isNull() && !any.equals(Obj.EMPTY) && !any.equals(Arr.EMPTY))
                .orElseThrow(() -> new KustomizeException(
                        "fieldPath `" + field + "` is missing for replacement source " + selector));
        return refined(value, source.obj("options"));
    }

    private static String describe(Obj source) {
        String field = source.text("fieldPath");
        Obj options = source.obj("options");
        boolean hasOptions = !options.text("delimiter").isEmpty() || creates(options);
        return Selector.id(source)
                + (field.isEmpty() ? "" : ":" + field)
                + (hasOptions
                        ? ":%s(%d), create=%s".formatted(options.text("delimiter"), index(options), creates(options))
                        : "");
    }

    private static int index(Obj options) {
        return options.at("index").flatMap(Json::asLong).orElse(0L).intValue();
    }

    private static boolean creates(Obj options) {
        return options.at("create").flatMap(Json::asBoolean).orElse(false);
    }

    private static List<String> parts(Json value, String delimiter) {
        if (value instanceof Obj || value instanceof Arr) {
            throw new KustomizeException("delimiter option can only be used with scalar nodes");
        }
        return Arrays.asList(Scalars.text(value).split(java.util.regex.Pattern.quote(delimiter), -1));
    }

    private static Json refined(Json value, Obj options) {
        if (options.text("delimiter").isEmpty()) {
            return value;
        }
        List<String> parts = parts(value, options.text("delimiter"));
        int index = index(options);
        if (index < 0 || index >= parts.size()) {
            throw new KustomizeException(
                    "options.index " + index + " is out of bounds for value " + Scalars.text(value));
        }
        return Scalars.replaced(value, parts.get(index));
    }

    private static boolean selects(Json target, Resource resource) {
        if (!Selector.of(target.obj("select")).selectsTexts(resource)) {
            return false;
        }
        ResourceId selector = Selector.id(target.obj("select"));
        boolean selected = resource.allIds().stream().anyMatch(id -> id.isSelectedBy(selector));
        return selected && target.items("reject").stream().noneMatch(reject -> rejects(reject, resource));
    }

    private static boolean rejects(Json reject, Resource resource) {
        boolean byTexts = !reject.text("annotationSelector").isEmpty()
                || !reject.text("labelSelector").isEmpty();
        if (byTexts && Selector.of(reject).selectsTexts(resource)) {
            return true;
        }
        ResourceId selector = Selector.id(reject);
        return !selector.isEmpty() && resource.allIds().stream().anyMatch(id -> id.isSelectedBy(selector));
    }

    private static void copy(Json value, Json target, Resource resource) {
        Obj options = target.obj("options");
        List<String> paths = new ArrayList<>(
                target.items("fieldPaths").stream().map(Scalars::text).toList());
        for (String path : paths.isEmpty() ? List.of(DEFAULT_FIELD) : paths) {
            FieldPath.Update update = FieldPath.of(path).update(creates(options), old -> replaced(old, value, options));
            String missing = (creates(options) ? "unable to find or create field \"" : "unable to find field \"") + path
                    + "\" in replacement target";
            try {
                resource.become((Obj) update.apply(resource.body()));
            } catch (KustomizeException e) {
                throw e.within(missing);
            }
            if (update.changed() == 0) {
                throw new KustomizeException(missing);
            }
        }
    }

    private static Json replaced(Json old, Json value, Obj options) {
        Json here = value;
        if (!options.text("delimiter").isEmpty()) {
            here = new Str(joined(old, Scalars.text(value), options));
        }
        if (old instanceof Obj || old instanceof Arr) {
            return here;
        }
        boolean whole = here instanceof Obj || here instanceof Arr;
        // kustomize copies only the text into a scalar, and an object or list has none
        return whole && old.isNull() ? here : Scalars.replaced(old, Scalars.text(here));
    }

    private static String joined(Json old, String part, Obj options) {
        String delimiter = options.text("delimiter");
        List<String> parts = new ArrayList<>(parts(old, delimiter));
        int index = index(options);
        if (index < 0) {
            parts.add(0, part);
        } else if (index >= parts.size()) {
            parts.add(part);
        } else {
            parts.set(index, part);
        }
        return String.join(delimiter, parts);
    }
}
