package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which objects a list or watch is about, by their labels. */
record LabelSelector(List<Requirement> requirements) {

    static final LabelSelector EVERYTHING = new LabelSelector(List.of());

    LabelSelector {
        requirements = List.copyOf(requirements);
    }

    static LabelSelector parse(String text) {
        return text.isBlank() ? EVERYTHING : new LabelSelector(new LabelSelectorParser(text).parse());
    }

    boolean isEverything() {
        return requirements.isEmpty();
    }

    boolean matches(Obj object) {
        Map<String, String> labels = isEverything() ? Map.of() : object.texts("metadata", "labels");
        return requirements.stream().allMatch(each -> each.matches(labels));
    }

    /** How a label is compared. */
    enum Operator {
        EXISTS,
        DOES_NOT_EXIST,
        IN,
        NOT_IN,
        GREATER,
        LESS
    }

    /** One condition. */
    record Requirement(String key, Operator operator, Set<String> values) {

        Requirement {
            values = Set.copyOf(values);
        }

        boolean matches(Map<String, String> labels) {
            boolean present = labels.containsKey(key);
            String value = labels.getOrDefault(key, "");
            return switch (operator) {
                case EXISTS -> present;
                case DOES_NOT_EXIST -> !present;
                case IN -> present && values.contains(value);
                case NOT_IN -> !present || !values.contains(value);
                case GREATER -> present && compare(value) > 0;
                case LESS -> present && compare(value) < 0;
            };
        }

        /** Zero, which is neither greater nor less, when a side is no number. */
        private int compare(String value) {
            try {
                return Long.compare(
                        Long.parseLong(value), Long.parseLong(values.iterator().next()));
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
