package dev.fluxlab.flux.setter;

import dev.fluxlab.document.StyledNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Goes through an object and sets every value that is marked. */
final class SettingPass {

    private final Setters setters;
    private final Consumer<Change> changed;

    SettingPass(Setters setters, Consumer<Change> changed) {
        this.setters = setters;
        this.changed = changed;
    }

    void visit(StyledNode node) {
        switch (node.kind()) {
            case DOCUMENT, SEQUENCE -> List.copyOf(node.children()).forEach(this::visit);
            case MAPPING -> visitMembers(node);
            case SCALAR -> set(node);
            case ALIAS -> {}
        }
    }

    // Of a key written twice kyaml only ever sees the first.
    private void visitMembers(StyledNode mapping) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i + 1 < mapping.children().size(); i += 2) {
            if (seen.add(mapping.children().get(i).value())) {
                visit(mapping.children().get(i + 1));
            }
        }
    }

    private void set(StyledNode scalar) {
        String comment = scalar.lineComment().isEmpty() ? scalar.headComment() : scalar.lineComment();
        if (!comment.isEmpty()) {
            Marker.read(comment, setters).ifPresent(marker -> set(scalar, marker));
        }
    }

    private void set(StyledNode scalar, Marker marker) {
        String old = scalar.value();
        if (marker.type().equals("string")) {
            scalar.setText(marker.value());
        } else {
            scalar.setRawText(marker.value());
        }
        if (!old.equals(marker.value())) {
            changed.accept(new Change(old, marker.value(), marker.setter()));
        }
    }
}
