package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How objects of a kind become rows: the columns in their order, each with what it shows of an object. */
final class Table {

    /** Of kinds that the real server has no columns for. */
    static final Table NAME_AND_CREATION = new Table()
            .name()
            .column(
                    new Heading("Created At", "date", "", Doc.of("metadata.creationTimestamp"), 0),
                    object -> new Str(object.text("metadata", "creationTimestamp")));

    private final List<Heading> headings = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    record Heading(String name, String type, String format, Doc doc, int priority) {}

    @FunctionalInterface
    interface Cell {
        Json of(Obj object, Instant now);
    }

    List<Column> columns(Schema schema) {
        return headings.stream()
                .map(heading -> new Column(
                        heading.name(),
                        heading.type(),
                        heading.format(),
                        heading.doc().in(schema),
                        heading.priority()))
                .toList();
    }

    List<Json> cells(Obj object, Instant now) {
        return cells.stream().map(cell -> cell.of(object, now)).toList();
    }

    /** These columns over objects that take this form only when they are looked at. */
    Table of(UnaryOperator<Obj> form) {
        Table table = new Table();
        for (int i = 0; i < headings.size(); i++) {
            Cell cell = cells.get(i);
            table.column(headings.get(i), (object, now) -> cell.of(form.apply(object), now));
        }
        return table;
    }

    Table column(Heading heading, Cell cell) {
        headings.add(heading);
        cells.add(cell);
        return this;
    }

    private Table column(Heading heading, Function<Obj, Json> value) {
        return column(heading, (object, now) -> value.apply(object));
    }

    Table name() {
        return column(
                new Heading("Name", "string", "name", Doc.of("metadata.name"), 0),
                object -> new Str(object.text("metadata", "name")));
    }

    Table age() {
        return column(
                new Heading("Age", "string", "", Doc.of("metadata.creationTimestamp"), 0),
                (object, now) -> new Str(Ages.since(object.text("metadata", "creationTimestamp"), now)));
    }

    Table text(String name, Doc doc, Function<Obj, String> value) {
        return column(new Heading(name, "string", "", doc, 0), object -> new Str(value.apply(object)));
    }

    /** A number in a column of the given type, which the real server often calls a string. */
    Table number(String name, String type, Doc doc, Function<Obj, Long> value) {
        return column(new Heading(name, type, "", doc, 0), object -> Json.number(value.apply(object)));
    }

    Table aged(String name, Doc doc, int priority, Cell cell) {
        return column(new Heading(name, "string", "", doc, priority), cell);
    }

    Table wide(String name, Doc doc, Function<Obj, String> value) {
        return column(new Heading(name, "string", "", doc, 1), object -> new Str(value.apply(object)));
    }
}
