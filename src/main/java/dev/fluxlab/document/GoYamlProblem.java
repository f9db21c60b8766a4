package dev.fluxlab.document;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;

/** A syntax error in the words of go-yaml, which is what users of kubectl and Flux see. */
final class GoYamlProblem {

    private static final Pattern ALIAS = Pattern.compile("found undefined alias (\\S+)");
    // both parsers descend from libyaml's, so each problem has one counterpart; the first that fits counts
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("mapping values are not allowed", "mapping values are not allowed in this context"),
            Map.entry("sequence entries are not allowed", "block sequence entries are not allowed in this context"),
            Map.entry("expected ',' or ']'", "did not find expected ',' or ']'"),
            Map.entry("expected ',' or '}'", "did not find expected ',' or '}'"),
            Map.entry("that cannot start any token", "found character that cannot start any token"),
            Map.entry("found unknown escape character", "found unknown escape character"),
            Map.entry("found unexpected end of stream", "found unexpected end of stream"),
            Map.entry("expected the node content", "did not find expected node content"),
            Map.entry("expected '<document start>'", "did not find expected <document start>"),
            Map.entry("could not find expected ':'", "could not find expected ':'"),
            Map.entry("special characters are not allowed", "control characters are not allowed"));

    private GoYamlProblem() {}

    static String text(MarkedYamlEngineException error) {
        Matcher alias = ALIAS.matcher(String.valueOf(error.getProblem()));
        return alias.find() ? "yaml: unknown anchor '" + alias.group(1) + "' referenced" : located(error);
    }

    private static String located(MarkedYamlEngineException error) {
        int line = error.getContextMark()
                .map(Mark::getLine)
                .filter(context -> context != 0)
                .or(() -> error.getProblemMark().map(Mark::getLine))
                .orElse(0);
        // go-yaml counts a parser's lines from zero and a scanner's from one
        int shown = line != 0 && error instanceof ScannerException ? line + 1 : line;
        return "yaml: " + (shown == 0 ? "" : "line " + shown + ": ") + words(error);
    }

    private static String words(MarkedYamlEngineException error) {
        String problem = String.valueOf(error.getProblem());
        if (problem.contains("expected <block end>")) {
            boolean inList = String.valueOf(error.getContext()).contains("block collection")
                    || String.valueOf(error.getContext()).contains("block sequence");
            return inList ? "did not find expected '-' indicator" : "did not find expected key";
        }
        return WORDS.stream()
                .filter(word -> problem.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(problem);
    }
}
