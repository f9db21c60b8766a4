package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import dev.fluxlab.kube.type.Formats.Format;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The checks that many kinds share. */
final class Checks {

    private static final String NEGATIVE = "must be greater than or equal to 0";

    private Checks() {}

    /** Each named number that is there may not be below zero. */
    static void nonNegative(Json object, Findings at, String... fields) {
        for (String field : fields) {
            object.at(field)
                    .filter(value -> value instanceof Num number && number.doubleValue() < 0)
                    .ifPresent(value -> at.in(field).invalid(value, NEGATIVE));
        }
    }

    static void required(Json object, String field, Findings at) {
        if (object.text(field).isEmpty()) {
            at.in(field).required("");
        }
    }

    /** A name that must be there and well formed. */
    static void name(Json object, String field, Format format, Findings at) {
        String name = object.text(field);
        if (name.isEmpty()) {
            at.in(field).required("");
        } else {
            at.in(field).invalid(name, format.complaints(name));
        }
    }

    static void oneOf(Json object, String field, List<String> supported, Findings at) {
        String value = object.text(field);
        if (value.isEmpty()) {
            at.in(field).required("");
        } else if (!supported.contains(value)) {
            at.in(field).notSupported(new Str(value), supported);
        }
    }

    /** Every item of a list at its place. */
    static void each(Json object, String field, Findings at, BiConsumer<Json, Findings> check) {
        List<Json> items = object.items(field);
        for (int i = 0; i < items.size(); i++) {
            check.accept(items.get(i), at.in(field).item(i));
        }
    }

    /** Names in a list that must differ. */
    static Set<String> unique(Json object, String list, String field, Findings at) {
        Set<String> seen = new HashSet<>();
        each(object, list, at, (item, place) -> {
            String name = item.text(field);
            if (!name.isEmpty() && !seen.add(name)) {
                place.in(field).duplicate(new Str(name));
            }
        });
        return seen;
    }

    static void port(Json value, Findings at) {
        long port = value.asLong().orElse(0L);
        if (port < 1 || port > 65_535) {
            at.invalid(value, "must be between 1 and 65535, inclusive");
        }
    }

    static void portOrName(Json value, Findings at) {
        if (value instanceof Str name) {
            at.invalid(name.value(), Formats.portName(name.value()));
        } else {
            port(value.isNull() ? Json.number(0) : value, at);
        }
    }

    /** A count, or a share in percent of at most a hundred. */
    static void countOrPercent(Json object, String field, boolean bounded, Findings at) {
        Json value = object.at(field).orElse(Null.NULL);
        if (value instanceof Str text) {
            List<String> complaints = Formats.percent(text.value());
            at.in(field).invalid(text.value(), complaints);
            if (bounded && complaints.isEmpty() && percent(text.value()) > 100) {
                at.in(field).invalid(text, "must not be greater than 100%");
            }
        } else {
            nonNegative(object, at, field);
        }
    }

    static long percent(String text) {
        return Long.parseLong(text.substring(0, text.length() - 1));
    }

    static void selector(Obj selector, Findings at) {
        ObjectMeta.checkLabels(selector.texts("matchLabels"), at.in("matchLabels"));
        each(selector, "matchExpressions", at, Checks::requirement);
    }

    private static void requirement(Json requirement, Findings at) {
        Collection<Json> values = requirement.items("values");
        switch (requirement.text("operator")) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    at.in("values").required("must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    at.in("values").forbidden("may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            default -> at.in("operator").invalid(requirement.text("operator"), "not a valid selector operator");
        }
        String key = requirement.text("key");
        at.in("key").invalid(key, Formats.qualifiedName(key));
    }
}
