package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;

/** v1 ConfigMap. */
final class ConfigMaps {

    private static final long LARGEST = 1024 * 1024;

    private static final Table TABLE = new Table()
            .name()
            .number(
                    "Data",
                    "string",
                    Doc.of("data"),
                    object -> (long) object.obj("data").size()
                            + object.obj("binaryData").size())
            .age();

    private ConfigMaps() {}

    static ResourceType.Builder type() {
        return ResourceType.of("v1", "ConfigMap")
                .shortNames("cm")
                .rules(Rules.builder()
                        .check(ConfigMaps::check)
                        .checkChange(ConfigMaps::checkImmutable)
                        .table(TABLE));
    }

    private static void check(Obj object, Findings at) {
        long size = 0;
        for (String kind : new String[] {"data", "binaryData"}) {
            for (var entry : object.obj(kind).members().entrySet()) {
                at.in(kind).key(entry.getKey()).invalid(entry.getKey(), Formats.configKey(entry.getKey()));
                size += entry.getValue().asText().orElse("").length();
            }
        }
        for (String key : object.obj("data").keys()) {
            if (object.obj("binaryData").has(key)) {
                at.in("data").key(key).invalid(key, "duplicate of key present in binaryData");
            }
        }
        if (size > LARGEST) {
            at.tooLong(LARGEST);
        }
    }

    /** Once a ConfigMap or Secret is marked immutable, the mark and the data stay. */
    static void checkImmutable(Obj object, Obj old, Findings at) {
        if (!Read.flag(old, "immutable")) {
            return;
        }
        if (!Read.flag(object, "immutable")) {
            at.in("immutable").forbidden("field is immutable when `immutable` is set");
        }
        for (String field : new String[] {"data", "binaryData"}) {
            if (!object.get(field).equals(old.get(field))) {
                at.in(field).forbidden("field is immutable when `immutable` is set");
            }
        }
    }
}
