package dev.fluxlab.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Expands {@code ${…}} in a text by the grammar of Flux's envsubst, reading and evaluating in one pass. */
final class Template {

    private static final int DEEPEST = 200;

    private final String text;
    private final Map<String, String> variables;
    private final boolean strict;
    private int at;
    private int depth;

    Template(String text, Map<String, String> variables, boolean strict) {
        this.text = text;
        this.variables = variables;
        this.strict = strict;
    }

    String expand() {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            if (isNext("${")) {
                out.append(expression());
            } else {
                // two dollar signs are one, and begin nothing
                at += isNext("$$") ? 1 : 0;
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    private boolean isNext(String sign) {
        return text.startsWith(sign, at);
    }

    private String expression() {
        if (++depth > DEEPEST) {
            throw new KustomizeException("bad substitution");
        }
        at += 2;
        String value = isNext("#") ? length() : function(name("unable to parse variable name"));
        depth--;
        return value;
    }

    private String name(String problem) {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (at == start) {
            throw new KustomizeException(problem);
        }
        return text.substring(start, at);
    }

    private String length() {
        at++;
        String name = name("bad substitution");
        close("bad substitution");
        return StringFunction.length(value(name));
    }

    private void close(String problem) {
        if (!isNext("}")) {
            throw new KustomizeException(problem);
        }
        at++;
    }

    private String value(String name) {
        if (strict && !variables.containsKey(name)) {
            throw new KustomizeException("variable not set (strict mode): \"" + name + "\"");
        }
        return variables.getOrDefault(name, "");
    }

    private String function(String name) {
        char sign = at < text.length() ? text.charAt(at) : '}';
        return switch (sign) {
            case ':' -> isDefault() ? orDefault(name, 2) : substring(name);
            case '=' -> orDefault(name, 1);
            case ',', '^' -> casing(name);
            case '/' -> replaced(name);
            case '#', '%' -> stripped(name, sign);
            default -> {
                close("missing closing brace");
                yield value(name);
            }
        };
    }

    private boolean isDefault() {
        return at + 1 < text.length() && "=-?+".indexOf(text.charAt(at + 1)) >= 0;
    }

    private String orDefault(String name, int operator) {
        at += operator;
        StringBuilder other = new StringBuilder();
        while (!isNext("}")) {
            other.append(argument("}", false));
        }
        at++;
        String value = variables.getOrDefault(name, "");
        return value.isEmpty() ? other.toString() : value;
    }

    /** One argument: an expression, or text up to a stop or the next expression. */
    private String argument(String stops, boolean escapes) {
        if (isNext("${")) {
            return expression();
        }
        StringBuilder argument = new StringBuilder();
        int start = at;
        while (at < text.length() && !isNext("${")) {
            boolean escaped = escapes && (isNext("$$") || isNext("\\/") || isNext("\\\\"));
            at += escaped ? 1 : 0;
            if (!escaped && stops.indexOf(text.charAt(at)) >= 0) {
                break;
            }
            argument.append(text.charAt(at++));
        }
        if (at == start) {
            throw new KustomizeException("unable to parse substitution within function");
        }
        return argument.toString();
    }

    private String substring(String name) {
        at++;
        List<String> arguments = new ArrayList<>(List.of(argument(":}", false)));
        if (isNext("}")) {
            at++;
            return StringFunction.substring(value(name), arguments);
        }
        if (!isNext(":")) {
            throw new KustomizeException("bad substitution");
        }
        skip(':');
        arguments.add(argument("}", false));
        close("bad substitution");
        return StringFunction.substring(value(name), arguments);
    }

    private void skip(char sign) {
        while (at < text.length() && text.charAt(at) == sign) {
            at++;
        }
    }

    private String operator(String signs) {
        int start = at++;
        if (at < text.length() && signs.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String casing(String name) {
        String operator = operator(",^");
        close("bad substitution");
        return StringFunction.casing(operator, value(name));
    }

    private String stripped(String name, char sign) {
        String operator = operator(String.valueOf(sign));
        String pattern = argument("}", false);
        close("bad substitution");
        return StringFunction.strip(operator, value(name), pattern);
    }

    private String replaced(String name) {
        String operator = operator("/#%");
        String from = argument("/", true);
        if (!isNext("/")) {
            throw new KustomizeException("bad substitution");
        }
        skip('/');
        List<String> to = isNext("}") ? List.of() : List.of(argument("}", true));
        close("bad substitution");
        return StringFunction.replace(operator, value(name), from, to);
    }
}
