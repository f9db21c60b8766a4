package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Str;
import dev.fluxlab.kube.type.Violation.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong at one place of an object; places below write into the same collection. */
final class Findings {

    private final List<Violation> found;
    private final String path;

    private Findings(List<Violation> found, String path) {
        this.found = found;
        this.path = path;
    }

    static Findings none() {
        return new Findings(new ArrayList<>(), "");
    }

    List<Violation> all() {
        return List.copyOf(found);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    String path() {
        return path;
    }

    Findings in(String... children) {
        String joined = String.join(".", children);
        return new Findings(found, path.isEmpty() ? joined : path + "." + joined);
    }

    /** The place that Go writes for a finding about the whole object. */
    Findings nowhere() {
        return new Findings(found, "<nil>");
    }

    Findings item(int index) {
        return new Findings(found, path + "[" + index + "]");
    }

    Findings key(String key) {
        return new Findings(found, path + "[" + key + "]");
    }

    void required(String detail) {
        add(Reason.REQUIRED, "", detail);
    }

    void forbidden(String detail) {
        add(Reason.FORBIDDEN, "", detail);
    }

    void invalid(Json value, String detail) {
        add(Reason.INVALID, shown(value), detail);
    }

    void invalid(String value, String detail) {
        invalid(new Str(value), detail);
    }

    /** An invalid value that is too large to show. */
    void invalidUnshown(String detail) {
        add(Reason.INVALID, "", detail);
    }

    /** One finding per complaint that a format has about a value. */
    void invalid(String value, Collection<String> complaints) {
        complaints.forEach(complaint -> invalid(value, complaint));
    }

    void typeInvalid(Json value, String detail) {
        add(Reason.TYPE_INVALID, shown(value), detail);
    }

    void duplicate(Json value) {
        add(Reason.DUPLICATE, shown(value), "");
    }

    void notFound(Json value, String detail) {
        add(Reason.NOT_FOUND, shown(value), detail);
    }

    void tooLong(long limit) {
        add(Reason.TOO_LONG, "", "may not be more than " + limit + (limit == 1 ? " byte" : " bytes"));
    }

    void tooMany(long actual, long limit) {
        add(Reason.TOO_MANY, Long.toString(actual), "must have at most " + limit + (limit == 1 ? " item" : " items"));
    }

    void notSupported(Json value, Collection<String> supported) {
        String list = supported.stream().map(GoText::quote).collect(Collectors.joining(", "));
        add(Reason.NOT_SUPPORTED, shown(value), "supported values: " + list);
    }

    void add(Violation violation) {
        found.add(violation);
    }

    private void add(Reason reason, String value, String detail) {
        String body = reason.words() + (value.isEmpty() ? "" : ": " + value) + (detail.isEmpty() ? "" : ": " + detail);
        found.add(new Violation(reason, path, body));
    }

    private static String shown(Json value) {
        return value instanceof Str text ? GoText.quote(text.value()) : GoText.json(value);
    }
}
