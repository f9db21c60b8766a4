package dev.fluxlab.kustomize;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Replaces variables in rendered objects, as the {@code postBuild} of a Flux Kustomization says. */
public final class Substitution {

    private static final String SWITCH = "kustomize.toolkit.fluxcd.io/substitute";
    private static final String NAME = "^[_[:alpha:]][_[:alpha:][:digit:]]*$";
    private static final Pattern VARIABLE = Pattern.compile("[_a-zA-Z][_a-zA-Z0-9]*");

    /** Whether objects are read for variables even when there are none to set, so that defaults count. */
    public enum Strategy {
        WITH_VARIABLES,
        ALWAYS
    }

    private final Map<String, String> variables;
    private final Strategy strategy;
    private final boolean strict;

    /** A substitution; a strict one fails on a variable that has neither value nor default. */
    public Substitution(Map<String, String> variables, Strategy strategy, boolean strict) {
        Map<String, String> flat = new TreeMap<>();
        // values go into lines of YAML, which an end of line would break
        variables.forEach((name, value) -> flat.put(name, value.replace("\n", "")));
        this.variables = Map.copyOf(flat);
        this.strategy = strategy;
        this.strict = strict;
    }

    /**
     * The object with its variables replaced.
     *
     * @throws KustomizeException when it cannot be done, with Flux's message
     */
    public Obj apply(Obj object) {
        boolean idle = variables.isEmpty() && strategy == Strategy.WITH_VARIABLES;
        if (idle || isSwitchedOff(object, "labels") || isSwitchedOff(object, "annotations")) {
            return object;
        }
        try {
            refuseInvalidNames();
            return read(substituted(YamlText.printSorted(object)));
        } catch (KustomizeException e) {
            String id = Gvk.of(object) + "/" + Scalars.text(object, "metadata", "name");
            throw e.within("post build failed for '" + id + "': envsubst error");
        }
    }

    private static boolean isSwitchedOff(Obj object, String texts) {
        return object.obj("metadata", texts).text(SWITCH).equals("disabled");
    }

    private void refuseInvalidNames() {
        variables.keySet().stream()
                .filter(name -> !VARIABLE.matcher(name).matches())
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new KustomizeException("'" + name + "' var name is invalid, must match '" + NAME + "'");
                });
    }

    private String substituted(String text) {
        try {
            // a fault in the grammar counts before a variable that is not set, wherever they stand
            String lenient = new Template(text, variables, false).expand();
            return strict ? new Template(text, variables, true).expand() : lenient;
        } catch (KustomizeException e) {
            throw e.within("variable substitution failed");
        }
    }

    private static Obj read(String text) {
        try {
            Json read = YamlText.read(text);
            return read.asObj()
                    .orElseThrow(() -> new KustomizeException(
                            "YAMLToJSON: the object has become a " + read.typeName() + "; quote the variable's value"));
        } catch (DocumentException e) {
            throw new KustomizeException("YAMLToJSON: " + e.getMessage());
        }
    }
}
