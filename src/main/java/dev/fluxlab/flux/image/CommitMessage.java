package dev.fluxlab.flux.image;

import dev.fluxlab.flux.setter.Change;
import dev.fluxlab.flux.setter.ChangedObject;
import dev.fluxlab.flux.setter.Changes;
import dev.fluxlab.flux.template.GoStruct;
import dev.fluxlab.flux.template.Template;
import dev.fluxlab.flux.template.TemplateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The message of a commit, made from the automation's template and what was changed. */
record CommitMessage(String template, Map<String, String> values) {

    private static final String DEFAULT = "Update from image update automation";
    private static final String TEMPLATE_NAME = "commit message";

    /** @throws TemplateException with the step that failed before Go's own words */
    String render(String namespace, String name, Changes changes) {
        Template parsed = parse();
        try {
            return parsed.execute(data(namespace, name, changes));
        } catch (TemplateException e) {
            throw e.within("failed to run template from spec: ");
        }
    }

    private Template parse() {
        try {
            return Template.parse(TEMPLATE_NAME, template.isEmpty() ? DEFAULT : template);
        } catch (TemplateException e) {
            throw e.within("unable to create commit message template from spec: ");
        }
    }

    private GoStruct data(String namespace, String name, Changes changes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("AutomationObject", new ObjectName(namespace, name));
        fields.put("Changed", changed(changes));
        fields.put("Values", new TreeMap<>(values));
        return new Struct("source.TemplateData", fields, List.copyOf(fields.values()));
    }

    private static GoStruct changed(Changes changes) {
        Map<String, Object> files = new TreeMap<>();
        changes.files().forEach((file, objects) -> files.put(file, objects(objects)));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("FileChanges", files);
        fields.put("Objects", objects(changes.objects()));
        fields.put("Changes", changes(changes.distinct()));
        return new Struct("update.Result", fields, List.of(files));
    }

    private static Map<Object, Object> objects(Map<ChangedObject, List<Change>> objects) {
        Map<Object, Object> values = new LinkedHashMap<>();
        objects.forEach((object, changes) -> values.put(object(object), changes(changes)));
        return values;
    }

    private static GoStruct object(ChangedObject object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("APIVersion", object.apiVersion());
        fields.put("Kind", object.kind());
        fields.put("Name", object.name());
        fields.put("Namespace", object.namespace());
        return new Struct("update.ObjectIdentifier", fields, List.of()) {
            @Override
            public String text() {
                return "{{{" + object.apiVersion() + " " + object.kind() + "} {" + object.name() + " "
                        + object.namespace() + "}}}";
            }
        };
    }

    private static List<Object> changes(List<Change> changes) {
        return changes.stream().<Object>map(CommitMessage::change).toList();
    }

    private static GoStruct change(Change change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("OldValue", change.oldValue());
        fields.put("NewValue", change.newValue());
        fields.put("Setter", change.setter());
        return new Struct("update.Change", fields, List.copyOf(fields.values()));
    }

    /** Prints as namespace/name. */
    private record ObjectName(String namespace, String name) implements GoStruct {
        @Override
        public String typeName() {
            return "types.NamespacedName";
        }

        @Override
        public Optional<Object> field(String field) {
            return switch (field) {
                case "Namespace" -> Optional.of(namespace);
                case "Name" -> Optional.of(name);
                case "String" -> Optional.of(text());
                default -> Optional.empty();
            };
        }

        @Override
        public List<Object> printed() {
            return List.of(namespace, name);
        }

        @Override
        public String text() {
            return namespace + "/" + name;
        }
    }

    /** Any other value with fields. */
    private static class Struct implements GoStruct {
        private final String typeName;
        private final Map<String, Object> fields;
        private final List<Object> printed;

        Struct(String typeName, Map<String, Object> fields, List<Object> printed) {
            this.typeName = typeName;
            this.fields = fields;
            this.printed = printed;
        }

        @Override
        public String typeName() {
            return typeName;
        }

        @Override
        public Optional<Object> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        @Override
        public List<Object> printed() {
            return printed;
        }
    }
}
