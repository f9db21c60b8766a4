package dev.fluxlab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown for a terminal: paragraphs wrapped, code as it stands, emphasis in colour where there is any. */
final class Prose {

    private static final int WIDEST = 100;
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*(.+?)\\*\\*|`([^`]+)`");
    private static final Pattern ITEM = Pattern.compile("^(\\s*(?:[-*]|[0-9]+\\.)\\s+)(.*)$");
    private static final Pattern ANSI = Pattern.compile("\u001b\\[[0-9;]*m");

    private final int width;
    private final boolean coloured;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private String indent = "";

    Prose(int width, boolean coloured) {
        this.width = Math.min(WIDEST, Math.max(20, width));
        this.coloured = coloured;
    }

    List<String> lines(String markdown) {
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("```")) {
                flush();
                code = !code;
            } else if (code || line.startsWith("    ")) {
                flush();
                lines.add("    " + faint(line.strip()));
            } else {
                text(line);
            }
        }
        flush();
        return lines;
    }

    private void text(String line) {
        Matcher item = ITEM.matcher(line);
        if (line.isBlank()) {
            flush();
            blank();
        } else if (line.startsWith("#")) {
            flush();
            lines.add(strong(line.replaceFirst("^#+\\s*", "")));
        } else if (line.startsWith("|")) {
            flush();
            lines.add(line);
        } else if (item.matches()) {
            flush();
            indent = " ".repeat(item.group(1).length());
            paragraph.append(item.group(1)).append(item.group(2));
        } else {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void blank() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }

    private void flush() {
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : emphasised(paragraph.toString()).split(" ", -1)) {
            int length = ANSI.matcher(word).replaceAll("").length();
            if (used > 0 && used + 1 + length > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent);
                used = indent.length();
            } else if (used > 0) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += length;
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString());
        }
        paragraph.setLength(0);
        indent = "";
    }

    private String emphasised(String text) {
        return EMPHASIS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) != null ? strong(found.group(1)) : code(found.group(2))));
    }

    private String code(String text) {
        return coloured ? "\u001b[36m" + text + "\u001b[0m" : "`" + text + "`";
    }

    private String strong(String text) {
        return coloured ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    private String faint(String text) {
        return coloured ? "\u001b[2m" + text + "\u001b[0m" : text;
    }
}
