package dev.fluxlab.kustomize;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Bool;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fields of a kustomization file and their types; holds a file to them with the errors of Go's JSON decoder. */
final class FieldTypes {

    private static final String SELECTOR = "group text version text kind text name text namespace text";
    // a struct to a line: its name, then each field and its type; [x] is a list of x, {x} a map
    private static final Map<String, Map<String, String>> STRUCTS = structs(
            """
            Kustomization apiVersion text kind text metadata any openapi {text} namePrefix text nameSuffix text \
            namespace text commonLabels {text} labels [Label] commonAnnotations {text} \
            patchesStrategicMerge [PatchStrategicMerge] patchesJson6902 [Patch] patches [Patch] images [Image] \
            imageTags [Image] replacements [ReplacementField] replicas [Replica] vars any sortOptions SortOptions \
            resources [text] components [text] crds [text] bases [text] configMapGenerator [ConfigMapArgs] \
            secretGenerator [SecretArgs] helmGlobals any helmCharts any helmChartInflationGenerator any \
            generatorOptions GeneratorOptions configurations [text] generators [text] transformers [text] \
            validators [text] buildMetadata [text]
            Label pairs {text} includeSelectors bool includeTemplates bool fields [FieldSpec]
            FieldSpec group text version text kind text path text create bool
            Patch path text patch text target Selector options {bool}
            Selector %1$s annotationSelector text labelSelector text
            Image name text newName text tagSuffix text newTag text digest text
            Replica name text count int
            ReplacementField source SourceSelector targets [TargetSelector] path text
            SourceSelector %1$s fieldPath text options FieldOptions
            TargetSelector select Selector reject [Selector] fieldPaths [text] options FieldOptions
            FieldOptions delimiter text index int encoding text create bool
            SortOptions order text legacySortOptions LegacySortOptions
            LegacySortOptions orderFirst [text] orderLast [text]
            GeneratorOptions labels {text} annotations {text} disableNameSuffixHash bool immutable bool
            ConfigMapArgs namespace text name text behavior text literals [text] files [text] envs [text] env text \
            options GeneratorOptions
            SecretArgs namespace text name text behavior text literals [text] files [text] envs [text] env text \
            options GeneratorOptions type text
            """
                    .formatted(SELECTOR));

    private final boolean lenient;
    private Optional<String> problem = Optional.empty();

    private FieldTypes(boolean lenient) {
        this.lenient = lenient;
    }

    private static Map<String, Map<String, String>> structs(String lines) {
        Map<String, Map<String, String>> structs = new HashMap<>();
        lines.lines().forEach(line -> {
            String[] words = line.trim().split(" +", -1);
            Map<String, String> fields = new HashMap<>();
            for (int i = 1; i < words.length; i += 2) {
                fields.put(words[i], words[i + 1]);
            }
            structs.put(words[0], fields);
        });
        return structs;
    }

    /** The object with its fields named as they are meant, which Go's decoder finds without regard to case. */
    static Obj check(String struct, Json value) {
        return check(struct, value, new FieldTypes(false));
    }

    /** As {@link #check}, but fields that are not known are left out. */
    static Obj checkKnown(String struct, Json value) {
        return check(struct, value, new FieldTypes(true));
    }

    private static Obj check(String struct, Json value, FieldTypes types) {
        Json checked = types.typed(value, struct, struct, "");
        types.problem.ifPresent(found -> {
            throw new KustomizeException("json: " + found);
        });
        return checked.asObj().orElse(Obj.EMPTY);
    }

    private Json typed(Json value, String type, String owner, String path) {
        if (value.isNull() || type.equals("any")) {
            return value;
        }
        if (type.startsWith("[") && value instanceof Arr arr) {
            // Go decodes a null in a list to the empty value of its type
            Json nothing = STRUCTS.containsKey(inner(type)) ? Obj.EMPTY : new Str("");
            return new Arr(arr.items().stream()
                    .map(item -> item.isNull() ? nothing : typed(item, inner(type), owner, path))
                    .toList());
        }
        if (type.startsWith("{") && value instanceof Obj obj) {
            return map(obj, inner(type), owner, path);
        }
        if (STRUCTS.containsKey(type) && value instanceof Obj obj) {
            return struct(obj, type, path);
        }
        if (!isLeaf(value, type)) {
            String field = path.isEmpty() ? "Go value" : "Go struct field " + owner + "." + path;
            report("cannot unmarshal %s into %s of type %s".formatted(goKind(value), field, goType(type)));
        }
        return value;
    }

    private static String inner(String type) {
        return type.substring(1, type.length() - 1);
    }

    private Obj map(Obj obj, String type, String owner, String path) {
        Obj.Builder builder = Obj.builder();
        obj.members().forEach((key, value) -> builder.put(key, typed(value, type, owner, path)));
        return builder.build();
    }

    private Obj struct(Obj obj, String type, String path) {
        Map<String, String> fields = STRUCTS.getOrDefault(type, Map.of());
        Obj.Builder builder = Obj.builder();
        new TreeMap<>(obj.members()).forEach((key, value) -> {
            Optional<String> name = name(fields, key);
            if (name.isEmpty() && !lenient) {
                report("unknown field \"" + key + "\"");
            }
            name.ifPresent(field -> builder.put(
                    field,
                    typed(
                            value,
                            fields.getOrDefault(field, "any"),
                            type,
                            path.isEmpty() ? field : path + "." + field)));
        });
        return builder.build();
    }

    private static Optional<String> name(Map<String, String> fields, String key) {
        List<String> names = new ArrayList<>(fields.keySet());
        return names.stream().filter(key::equals).findFirst().or(() -> names.stream()
                .filter(key::equalsIgnoreCase)
                .findFirst());
    }

    private static boolean isLeaf(Json value, String type) {
        return switch (type) {
            case "text", "PatchStrategicMerge" -> value instanceof Str;
            case "bool" -> value instanceof Bool;
            case "int" -> value instanceof Num num && num.isIntegral();
            default -> false;
        };
    }

    private static String goKind(Json value) {
        return value instanceof Bool ? "bool" : value.typeName();
    }

    private static String goType(String type) {
        if (type.startsWith("[")) {
            return "[]" + goType(inner(type));
        }
        if (type.startsWith("{")) {
            return "map[string]" + goType(inner(type));
        }
        return switch (type) {
            case "text" -> "string";
            case "bool" -> "bool";
            case "int" -> "int64";
            default -> "types." + type;
        };
    }

    private void report(String found) {
        problem = problem.or(() -> Optional.of(found));
    }
}
