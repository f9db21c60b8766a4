package dev.fluxlab.kustomize;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A kustomization file: its name and its fields, known to be of the right types. */
record KustomizationFile(String fileName, Obj fields) {

    static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private static final String VERSION = "kustomize.config.k8s.io/v1beta1";
    private static final String COMPONENT_VERSION = "kustomize.config.k8s.io/v1alpha1";
    private static final List<String> UNSUPPORTED = List.of(
            "configurations",
            "crds",
            "generators",
            "helmChartInflationGenerator",
            "helmCharts",
            "helmGlobals",
            "openapi",
            "transformers",
            "validators",
            "vars");

    static KustomizationFile in(Folder folder) {
        List<String> found = NAMES.stream().filter(folder::has).toList();
        if (found.isEmpty()) {
            throw new KustomizeException(
                    "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '"
                            + folder.root() + "'");
        }
        if (found.size() > 1) {
            throw new KustomizeException("Found multiple kustomization files under: " + folder.root() + "\n");
        }
        String name = found.get(0);
        return new KustomizationFile(name, read(new String(folder.load(name), StandardCharsets.UTF_8))).checked(folder);
    }

    /** The fields that a text says, of whatever values. */
    static Obj read(String text) {
        try {
            List<Json> documents = YamlText.readAll(text);
            return documents.isEmpty() ? Obj.EMPTY : FieldTypes.check("Kustomization", documents.get(0));
        } catch (DocumentException e) {
            throw new KustomizeException("invalid Kustomization: " + e.getMessage());
        } catch (KustomizeException e) {
            throw e.within("invalid Kustomization");
        }
    }

    /** This file, known to be of a kind and to say things that can be built. */
    KustomizationFile checked(Folder folder) {
        boolean empty = fields.members().entrySet().stream().noneMatch(KustomizationFile::says);
        if (empty) {
            throw new KustomizeException("kustomization.yaml is empty");
        }
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new KustomizeException(
                    "Failed to read kustomization file under " + folder.root() + ":\n" + String.join("\n", problems));
        }
        UNSUPPORTED.stream().filter(fields::has).findFirst().ifPresent(field -> {
            throw new KustomizeException("'" + field + "' in " + folder.root().resolve(fileName)
                    + " is not supported here; render it with kustomize and commit the result");
        });
        return this;
    }

    private static boolean says(Map.Entry<String, Json> field) {
        boolean isType = field.getKey().equals("kind") || field.getKey().equals("apiVersion");
        return !isType && !field.getValue().isNull() && !field.getValue().equals(Json.string(""));
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!kind().equals("Kustomization") && !kind().equals("Component")) {
            problems.add("kind should be Kustomization or Component");
        }
        String version = isComponent() ? COMPONENT_VERSION : VERSION;
        if (!fields.text("apiVersion").isEmpty() && !fields.text("apiVersion").equals(version)) {
            problems.add("apiVersion for " + kind() + " should be " + version);
        }
        return problems;
    }

    String kind() {
        return fields.text("kind").isEmpty() ? "Kustomization" : fields.text("kind");
    }

    boolean isComponent() {
        return kind().equals("Component");
    }

    /** The resources, with the bases of older files after them. */
    List<String> resources() {
        return Stream.concat(texts("resources").stream(), texts("bases").stream())
                .toList();
    }

    List<Json> images() {
        return Stream.concat(list("images").stream(), list("imageTags").stream())
                .toList();
    }

    List<String> texts(String field) {
        return list(field).stream().map(Scalars::text).toList();
    }

    List<Json> list(String field) {
        return fields.items(field);
    }

    String text(String field) {
        return fields.text(field);
    }

    Map<String, String> map(String field) {
        return fields.texts(field);
    }
}
