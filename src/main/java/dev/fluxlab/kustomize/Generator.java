package dev.fluxlab.kustomize;

import dev.fluxlab.document.Bool;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the ConfigMap or Secret that an entry of a generator says, and merges it with one that is there. */
final class Generator {

    private static final int LINE = 70;

    private final String kind;
    private final Json args;
    private final Obj options;
    private final Folder folder;

    Generator(String kind, Json args, Obj global, Folder folder) {
        this.kind = kind;
        this.args = args;
        this.options = merged(args.obj("options"), global);
        this.folder = folder;
    }

    private static Obj merged(Obj local, Obj global) {
        Obj.Builder merged = local.toBuilder();
        for (String texts : List.of("labels", "annotations")) {
            Map<String, String> all = new TreeMap<>(global.texts(texts));
            all.putAll(local.texts(texts));
            merged.put(texts, Obj.ofTexts(all));
        }
        for (String flag : List.of("disableNameSuffixHash", "immutable")) {
            merged.put(flag, isOn(local, flag) || isOn(global, flag));
        }
        return merged.build();
    }

    private static boolean isOn(Obj options, String flag) {
        return options.get(flag).map(Bool.TRUE::equals).orElse(false);
    }

    void generate(ResourceSet into, Optional<Origin> origin) {
        Resource made = made();
        origin.ifPresent(made::comesFrom);
        try {
            absorb(into, made);
        } catch (KustomizeException e) {
            throw e.within("merging from generator " + args);
        }
    }

    private Resource made() {
        if (args.text("name").isEmpty()) {
            throw new KustomizeException("a configmap must have a name");
        }
        Obj.Builder metadata = Obj.builder().put("name", args.text("name"));
        if (!args.text("namespace").isEmpty()) {
            metadata.put("namespace", args.text("namespace"));
        }
        for (String texts : List.of("labels", "annotations")) {
            if (!options.obj(texts).isEmpty()) {
                metadata.put(texts, options.obj(texts));
            }
        }
        Obj.Builder body =
                Obj.builder().put("apiVersion", "v1").put("kind", kind).put("metadata", metadata.build());
        fill(body);
        if (isOn(options, "immutable")) {
            body.put("immutable", true);
        }
        Resource made = new Resource(body.build());
        if (!isOn(options, "disableNameSuffixHash")) {
            made.hash(true);
        }
        return made;
    }

    private void fill(Obj.Builder body) {
        Map<String, byte[]> values = KeyValues.of(args, folder);
        Obj.Builder data = Obj.builder();
        Obj.Builder binary = Obj.builder();
        boolean secret = kind.equals("Secret");
        values.forEach((key, value) -> {
            if (secret) {
                data.put(key, base64(value));
            } else if (KeyValues.isText(value)) {
                data.put(key, new String(value, StandardCharsets.UTF_8));
            } else {
                binary.put(key, base64(value));
            }
        });
        if (secret) {
            body.put("type", args.text("type").isEmpty() ? "Opaque" : args.text("type"));
        }
        putUnlessEmpty(body, "data", data.build(), secret);
        putUnlessEmpty(body, "binaryData", binary.build(), false);
    }

    private static void putUnlessEmpty(Obj.Builder body, String field, Obj values, boolean always) {
        if (always || !values.isEmpty()) {
            body.put(field, values);
        }
    }

    /** Base64 broken into lines of 70 signs, each with its end, as soon as one line is not enough. */
    private static String base64(byte[] value) {
        String encoded = Base64.getEncoder().encodeToString(value);
        if (encoded.length() < LINE) {
            return encoded;
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < encoded.length(); i += LINE) {
            lines.append(encoded, i, Math.min(i + LINE, encoded.length())).append('\n');
        }
        return lines.toString();
    }

    private void absorb(ResourceSet into, Resource made) {
        String behavior = args.text("behavior");
        boolean changes = behavior.equals("merge") || behavior.equals("replace");
        List<Resource> there = into.withAnyId(made.id()::matches);
        if (there.size() > 1) {
            throw new KustomizeException("found multiple objects "
                    + there.stream().map(Resource::body).toList() + " that could accept merge of " + made.id());
        }
        if (there.isEmpty() && changes) {
            throw new KustomizeException("id " + goDump(made.id()) + " does not exist; cannot merge or replace");
        }
        if (there.isEmpty()) {
            into.add(made);
            return;
        }
        if (!changes) {
            throw new KustomizeException("id " + goDump(made.id()) + " exists; behavior must be merge or replace");
        }
        succeed(there.get(0), made, behavior.equals("merge"));
        into.replace(there.get(0), made);
    }

    private static void succeed(Resource old, Resource made, boolean merge) {
        Map<String, String> labels = new TreeMap<>(old.labels());
        labels.putAll(made.labels());
        Map<String, String> annotations = new TreeMap<>(old.annotations());
        annotations.putAll(made.annotations());
        made.succeed(old);
        // over an object that no generator made, its plain name stays
        made.hash(made.isHashed() && old.isHashed());
        made.setLabels(labels);
        made.setAnnotations(annotations);
        if (merge) {
            mergeTexts(old, made, "data");
            mergeTexts(old, made, "binaryData");
            old.origin().ifPresent(made::comesFrom);
        }
    }

    private static void mergeTexts(Resource old, Resource made, String field) {
        Map<String, String> texts = Scalars.texts(old.body().obj(field));
        texts.putAll(Scalars.texts(made.body().obj(field)));
        made.become(texts.isEmpty() ? made.body().without(field) : made.body().with(field, Obj.ofTexts(texts)));
    }

    private static String goDump(ResourceId id) {
        return "resid.ResId{Gvk:resid.Gvk{Group:\"%s\", Version:\"%s\", Kind:\"%s\", isClusterScoped:%s}, Name:\"%s\", Namespace:\"%s\"}"
                .formatted(
                        id.gvk().group(),
                        id.gvk().version(),
                        id.gvk().kind(),
                        id.isClusterScoped(),
                        id.name(),
                        id.namespace());
    }
}
