package dev.fluxlab.kube.type;

import java.util.List;

/** Where the description of a table's column comes from. */
@FunctionalInterface
interface Doc {

    /** Begins the list of values that OpenAPI adds to a field's description and that tables do not show. */
    String VALUES = "\n\nPossible enum values:";

    String in(Schema schema);

    static Doc says(String text) {
        return schema -> text;
    }

    /** The description that the kind's schema gives the field at a dotted path. */
    static Doc of(String path) {
        List<String> names = List.of(path.split("\\."));
        return schema -> describe(schema, names);
    }

    private static String describe(Schema schema, List<String> names) {
        Schema here = schema;
        for (int i = 0; i < names.size() - 1; i++) {
            here = here.field(names.get(i)).map(Field::type).orElse(Schema.ANY);
        }
        String published =
                here.openApi().obj("properties", names.get(names.size() - 1)).text("description");
        return published.split(VALUES, 2)[0];
    }
}
