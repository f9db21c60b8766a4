package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.time.Instant;
import java.util.List;

/** The columns that a definition declares for a version. */
final class CustomTable {

    private CustomTable() {}

    static Table of(Json version) {
        Table table = new Table().name();
        List<Json> columns = version.items("additionalPrinterColumns");
        if (columns.isEmpty()) {
            return table.column(
                    new Table.Heading("Age", "date", "", Doc.of("metadata.creationTimestamp"), 0),
                    (object, now) -> new Str(Ages.since(object.text("metadata", "creationTimestamp"), now)));
        }
        columns.forEach(column -> add(table, column));
        return table;
    }

    private static void add(Table table, Json column) {
        String path = column.text("jsonPath");
        String described = Read.orElse(
                column.text("description"), "Custom resource definition column (in JSONPath format): " + path);
        JsonPath parsed = JsonPath.parse(path);
        String type = column.text("type");
        table.column(
                new Table.Heading(column.text("name"), type, column.text("format"), Doc.says(described), (int)
                        Read.number(column, "priority")),
                (object, now) -> cell(type, parsed, object, now));
    }

    private static Json cell(String type, JsonPath path, Obj object, Instant now) {
        List<Json> found = path.find(object);
        Json first = found.isEmpty() ? Null.NULL : found.get(0);
        if (first.isNull()) {
            return first;
        }
        return switch (type) {
            case "integer" -> first instanceof Num number ? Num.of(number.longValue()) : Null.NULL;
            case "number" -> first instanceof Num ? first : Null.NULL;
            case "boolean" -> first.asBoolean().isPresent() ? first : Null.NULL;
            case "date" -> first.asText()
                    .<Json>map(text -> new Str(Ages.since(text, now)))
                    .orElse(Null.NULL);
            case "string" -> new Str(JsonPath.text(first));
            default -> Null.NULL;
        };
    }
}
