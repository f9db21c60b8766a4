package dev.fluxlab.course;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.util.List;
import java.util.Optional;

/** A Markdown file with its front matter apart; lines keep the numbers they have in the file. */
record Page(String file, Obj frontMatter, String body, int bodyStartsAt) {

    static Page read(String file, String text, Faults faults) {
        List<String> lines = text.lines().toList();
        int end = lines.isEmpty() || !lines.get(0).equals("---") ? 0 : closing(lines);
        if (end == 0) {
            faults.add(new Place(file, 1), "no front matter; begin the file with a block between two lines \"---\"");
            return new Page(file, Obj.EMPTY, text, 1);
        }
        String matter = String.join("\n", lines.subList(1, end));
        String body = String.join("\n", lines.subList(end + 1, lines.size()));
        return new Page(file, parse(file, matter, faults), body, end + 2);
    }

    private static int closing(List<String> lines) {
        return Math.max(0, lines.subList(1, lines.size()).indexOf("---") + 1);
    }

    private static Obj parse(String file, String matter, Faults faults) {
        try {
            return YamlText.read(matter).asObj().orElse(Obj.EMPTY);
        } catch (DocumentException e) {
            int line = e.position().map(position -> position.line() + 1).orElse(1);
            faults.add(new Place(file, line), "the front matter is no YAML: " + e.getMessage());
            return Obj.EMPTY;
        }
    }

    Place place(int bodyLine) {
        return new Place(file, bodyStartsAt + bodyLine);
    }

    String title(Faults faults) {
        return required("title", faults);
    }

    String required(String key, Faults faults) {
        Optional<String> value = frontMatter.get(key).flatMap(Json::asText).filter(text -> !text.isBlank());
        if (value.isEmpty()) {
            faults.add(new Place(file, 1), "the front matter has no \"" + key + "\"; add a line \"" + key + ": …\"");
        }
        return value.orElse("");
    }

    List<String> list(String key) {
        return frontMatter.items(key).stream()
                .flatMap(item -> item.asText().stream())
                .toList();
    }
}
