package dev.fluxlab.kube.serve;

import dev.fluxlab.kube.serve.LabelSelector.Operator;
import dev.fluxlab.kube.serve.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads label selectors; the complaints are those that a client of the real server sees. */
final class LabelSelectorParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*(==|!=|[=!<>(),]|[^\\s=!<>(),]+)");
    private static final Set<String> SYMBOLS = Set.of("=", "==", "!=", "!", "<", ">", "(", ")", ",");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final String NAME_RULE =
            "name part must consist of alphanumeric characters, '-', '_' or '.', and must"
                    + " start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
                    + " validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    private static final String VALUE_RULE =
            "a valid label must be an empty string or consist of alphanumeric characters,"
                    + " '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value', "
                    + " or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    private final List<String> tokens = new ArrayList<>();
    private int at;

    LabelSelectorParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
    }

    List<Requirement> parse() {
        List<Requirement> requirements = new ArrayList<>();
        while (at < tokens.size()) {
            if (!isIdentifier(peek()) && !peek().equals("!")) {
                throw refusal("found '" + peek() + "', expected: !, identifier, or 'end of string'");
            }
            requirements.add(requirement());
            String next = take();
            if (next.equals(",")) {
                if (!isIdentifier(peek()) && !peek().equals("!")) {
                    throw refusal("found '" + peek() + "', expected: identifier after ','");
                }
            } else if (!next.isEmpty()) {
                throw refusal("found '" + next + "', expected: ',' or 'end of string'");
            }
        }
        return requirements;
    }

    private Requirement requirement() {
        boolean negated = peek().equals("!");
        if (negated) {
            at++;
        }
        String key = take();
        if (!isIdentifier(key)) {
            throw inRequirement("found '" + key + "', expected: identifier");
        }
        checkKey(key);
        if (negated) {
            return new Requirement(key, Operator.DOES_NOT_EXIST, Set.of());
        }
        if (peek().isEmpty() || peek().equals(",")) {
            return new Requirement(key, Operator.EXISTS, Set.of());
        }
        return comparison(key);
    }

    private Requirement comparison(String key) {
        String operator = take();
        return switch (operator) {
            case "in" -> new Requirement(key, Operator.IN, checked(key, values()));
            case "notin" -> new Requirement(key, Operator.NOT_IN, checked(key, values()));
            case "=", "==" -> new Requirement(key, Operator.IN, checked(key, exactValue()));
            case "!=" -> new Requirement(key, Operator.NOT_IN, checked(key, exactValue()));
            case ">" -> new Requirement(key, Operator.GREATER, number(exactValue()));
            case "<" -> new Requirement(key, Operator.LESS, number(exactValue()));
            default -> throw inRequirement("found '" + operator + "', expected: in, notin, =, ==, !=, gt, lt");
        };
    }

    private Set<String> exactValue() {
        if (peek().isEmpty() || peek().equals(",")) {
            return Set.of("");
        }
        String value = take();
        if (SYMBOLS.contains(value)) {
            throw inRequirement("found '" + value + "', expected: identifier");
        }
        return Set.of(value);
    }

    private Set<String> values() {
        String open = take();
        if (!open.equals("(")) {
            throw inRequirement("found '" + open + "' expected: '('");
        }
        Set<String> values = new LinkedHashSet<>();
        boolean expectsValue = true;
        for (String token = take(); !token.equals(")"); token = take()) {
            if (token.equals(",")) {
                if (expectsValue) {
                    values.add("");
                }
                expectsValue = true;
            } else if (token.isEmpty() || SYMBOLS.contains(token) || !expectsValue) {
                throw inRequirement(
                        "found '" + token + "', expected: " + (expectsValue ? "',', or identifier" : "',' or ')'"));
            } else {
                values.add(token);
                expectsValue = false;
            }
        }
        if (expectsValue) {
            values.add("");
        }
        return values;
    }

    private static Set<String> number(Set<String> value) {
        if (!value.iterator().next().matches("[-+]?[0-9]{1,18}")) {
            throw inRequirement("values[0]: Invalid value: \""
                    + value.iterator().next() + "\": for 'Gt', 'Lt' operators, the value must be an integer");
        }
        return value;
    }

    private static void checkKey(String key) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        if (!NAME.matcher(name).matches()) {
            throw inRequirement("key: Invalid value: \"" + key + "\": " + NAME_RULE);
        }
        if (slash >= 0 && !PREFIX.matcher(key.substring(0, slash)).matches()) {
            throw inRequirement("key: Invalid value: \"" + key + "\": prefix part a lowercase RFC 1123 subdomain must"
                    + " consist of lower case alphanumeric characters, '-' or '.', and must start and end with an"
                    + " alphanumeric character (e.g. 'example.com', regex used for validation is"
                    + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
        }
    }

    private static Set<String> checked(String key, Set<String> values) {
        for (String value : values) {
            if (!value.isEmpty() && !NAME.matcher(value).matches()) {
                throw inRequirement("values[0][" + key + "]: Invalid value: \"" + value + "\": " + VALUE_RULE);
            }
        }
        return values;
    }

    private static boolean isIdentifier(String token) {
        return !token.isEmpty() && !SYMBOLS.contains(token) && !token.equals("in") && !token.equals("notin");
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String take() {
        String token = peek();
        at++;
        return token;
    }

    private static ApiException inRequirement(String complaint) {
        return refusal("unable to parse requirement: " + complaint);
    }

    private static ApiException refusal(String complaint) {
        return Refusals.badRequest(complaint);
    }
}
