package dev.fluxlab.kustomize;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The functions of {@code ${…}} on a variable's value; where Flux counts bytes, so do they. */
final class StringFunction {

    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private StringFunction() {}

    static String length(String value) {
        return Integer.toString(value.getBytes(StandardCharsets.UTF_8).length);
    }

    static String casing(String operator, String value) {
        return switch (operator) {
            case ",," -> value.toLowerCase(Locale.ROOT);
            case "^^" -> value.toUpperCase(Locale.ROOT);
            case "," -> first(value).toLowerCase(Locale.ROOT) + rest(value);
            case "^" -> first(value).toUpperCase(Locale.ROOT) + rest(value);
            default -> value;
        };
    }

    private static String first(String value) {
        return value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1));
    }

    private static String rest(String value) {
        return value.substring(first(value).length());
    }

    static String substring(String value, List<String> arguments) {
        String bytes = new String(value.getBytes(StandardCharsets.UTF_8), BYTES);
        try {
            String cut = cut(bytes, arguments);
            return new String(cut.getBytes(BYTES), StandardCharsets.UTF_8);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static String cut(String bytes, List<String> arguments) {
        int size = bytes.length();
        int given = Integer.parseInt(arguments.get(0));
        int start = given < 0 ? Math.max(0, size + given) : given;
        int length = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : size;
        int end = length < 0 ? size + length : (int) Math.min(size, (long) start + length);
        return start >= size || end < start ? "" : bytes.substring(start, end);
    }

    static String replace(String operator, String value, String from, List<String> to) {
        String other = to.isEmpty() ? "" : to.get(0);
        return switch (operator) {
            case "//" -> value.replace(from, other);
            case "/#" -> to.isEmpty() || !value.startsWith(from) ? value : other + value.substring(from.length());
            case "/%" -> to.isEmpty() || !value.endsWith(from)
                    ? value
                    : value.substring(0, value.length() - from.length()) + other;
            default -> {
                int index = value.indexOf(from);
                yield index < 0 ? value : value.substring(0, index) + other + value.substring(index + from.length());
            }
        };
    }

    static String strip(String operator, String value, String glob) {
        boolean longest = operator.length() == 2;
        return operator.startsWith("#") ? prefix(value, glob, longest) : suffix(value, glob, longest);
    }

    private static String prefix(String value, String glob, boolean longest) {
        Pattern pattern = pattern(glob);
        int cut = 0;
        for (int end = value.length(); end > 0; end--) {
            if (pattern.matcher(value.substring(0, end)).matches()) {
                cut = end;
                if (longest) {
                    break;
                }
            }
        }
        return value.substring(cut);
    }

    private static String suffix(String value, String glob, boolean longest) {
        Pattern pattern = pattern(glob);
        int cut = value.length();
        for (int start = 0; start < value.length(); start++) {
            if (pattern.matcher(value.substring(start)).matches()) {
                cut = start;
                if (longest) {
                    break;
                }
            }
        }
        return value.substring(0, cut);
    }

    /** A shell's pattern: a star, a question mark, a class; a class that is not closed matches nothing. */
    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char sign = glob.charAt(i);
            if (sign == '\\' && i + 1 < glob.length()) {
                regex.append(Pattern.quote(glob.substring(i + 1, i + 2)));
                i++;
            } else {
                regex.append(
                        switch (sign) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            case '[', ']', '-', '^' -> String.valueOf(sign);
                            default -> Pattern.quote(String.valueOf(sign));
                        });
            }
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            return Pattern.compile("(?!)");
        }
    }
}
