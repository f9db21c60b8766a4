package dev.fluxlab.forge.workflow;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The functions of expressions. */
enum Function {
    CONTAINS("contains", 2, 2) {
        @Override
        Json apply(Scope scope, List<Json> given) {
            Json wanted = given.get(1);
            return Json.bool(
                    given.get(0) instanceof Arr list
                            ? list.items().stream().anyMatch(item -> Values.same(item, wanted))
                            : lower(given.get(0)).contains(lower(wanted)));
        }
    },
    STARTS_WITH("startsWith", 2, 2) {
        @Override
        Json apply(Scope scope, List<Json> given) {
            return Json.bool(lower(given.get(0)).startsWith(lower(given.get(1))));
        }
    },
    ENDS_WITH("endsWith", 2, 2) {
        @Override
        Json apply(Scope scope, List<Json> given) {
            return Json.bool(lower(given.get(0)).endsWith(lower(given.get(1))));
        }
    },
    FORMAT("format", 1, 20) {
        @Override
        Json apply(Scope scope, List<Json> given) {
            String text = Values.text(given.get(0));
            for (int i = 1; i < given.size(); i++) {
                text = text.replace("{" + (i - 1) + "}", Values.text(given.get(i)));
            }
            return Json.string(text.replace("{{", "{").replace("}}", "}"));
        }
    },
    JOIN("join", 1, 2) {
        @Override
        Json apply(Scope scope, List<Json> given) {
            String separator = given.size() > 1 ? Values.text(given.get(1)) : ",";
            return given.get(0) instanceof Arr list
                    ? Json.string(list.items().stream().map(Values::text).collect(Collectors.joining(separator)))
                    : Json.string(Values.text(given.get(0)));
        }
    },
    TO_JSON("toJSON", 1, 1) {
        @Override
        Json apply(Scope scope, List<Json> given) {
            return Json.string(JsonText.pretty(given.get(0)));
        }
    },
    FROM_JSON("fromJSON", 1, 1) {
        @Override
        Json apply(Scope scope, List<Json> given) {
            try {
                return JsonText.read(Values.text(given.get(0)));
            } catch (DocumentException e) {
                throw new ExpressionException("fromJSON was given no JSON: " + Values.text(given.get(0)));
            }
        }
    },
    SUCCESS("success", 0, 0) {
        @Override
        Json apply(Scope scope, List<Json> given) {
            return Json.bool(!scope.failed());
        }
    },
    FAILURE("failure", 0, 0) {
        @Override
        Json apply(Scope scope, List<Json> given) {
            return Json.bool(scope.failed());
        }
    },
    CANCELLED("cancelled", 0, 0) {
        @Override
        Json apply(Scope scope, List<Json> given) {
            return Json.bool(false); // a run here ends or fails, nobody cancels it half way
        }
    },
    ALWAYS("always", 0, 0) {
        @Override
        Json apply(Scope scope, List<Json> given) {
            return Json.bool(true);
        }
    };

    private final String text;
    private final int least;
    private final int most;

    Function(String text, int least, int most) {
        this.text = text;
        this.least = least;
        this.most = most;
    }

    abstract Json apply(Scope scope, List<Json> given);

    boolean asksStatus() {
        return this == SUCCESS || this == FAILURE || this == CANCELLED || this == ALWAYS;
    }

    static Function of(String name, int arguments) {
        Function found = Arrays.stream(values())
                .filter(each -> each.text.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ExpressionException(
                        "the function " + name + " is not supported; supported are " + names()));
        if (arguments < found.least || arguments > found.most) {
            throw new ExpressionException("the function " + name + " was given " + arguments + " arguments");
        }
        return found;
    }

    private static String names() {
        return Arrays.stream(values()).map(each -> each.text).collect(Collectors.joining(", "));
    }

    private static String lower(Json value) {
        return Values.text(value).toLowerCase(Locale.ROOT);
    }
}
