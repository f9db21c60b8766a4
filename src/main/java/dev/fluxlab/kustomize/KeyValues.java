package dev.fluxlab.kustomize;

import dev.fluxlab.document.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys and values that a generator takes from literals, files and env files. */
final class KeyValues {

    private record Pair(String key, byte[] value) {}

    private final Folder folder;
    private final List<Pair> pairs = new ArrayList<>();

    private KeyValues(Folder folder) {
        this.folder = folder;
    }

    static Map<String, byte[]> of(Json args, Folder folder) {
        KeyValues values = new KeyValues(folder);
        try {
            values.read(args);
        } catch (KustomizeException e) {
            throw e.within("loading KV pairs");
        }
        Map<String, byte[]> byKey = new LinkedHashMap<>();
        for (Pair pair : values.pairs) {
            if (byKey.put(pair.key, pair.value) != null) {
                throw new KustomizeException(
                        "configmap " + args.text("name") + " illegally repeats the key `" + pair.key + "`");
            }
        }
        return byKey;
    }

    private void read(Json args) {
        List<String> envs = new ArrayList<>(texts(args, "envs"));
        if (!args.text("env").isEmpty()) {
            envs.add(args.text("env"));
        }
        each("env source files: ", envs, this::envFile);
        each("literal sources ", texts(args, "literals"), this::literal);
        each("file sources: ", texts(args, "files"), this::file);
    }

    private static List<String> texts(Json args, String field) {
        return args.items(field).stream().map(Scalars::text).toList();
    }

    private static void each(String what, List<String> sources, java.util.function.Consumer<String> reader) {
        try {
            sources.forEach(reader);
        } catch (KustomizeException e) {
            throw e.within(what + "[" + String.join(" ", sources) + "]");
        }
    }

    private void literal(String source) {
        int equals = source.indexOf('=');
        if (equals <= 0) {
            throw new KustomizeException("invalid literal source " + source + ", expected key=value");
        }
        add(source.substring(0, equals), unquoted(source.substring(equals + 1)));
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && text.charAt(0) == text.charAt(text.length() - 1)
                && (text.charAt(0) == '"' || text.charAt(0) == '\'');
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private void add(String key, String value) {
        pairs.add(new Pair(key, value.getBytes(StandardCharsets.UTF_8)));
    }

    private void file(String source) {
        long separators = source.chars().filter(c -> c == '=').count();
        if (separators > 1) {
            throw new KustomizeException("source \"" + source + "\" key name or file path contains '='");
        }
        if (separators == 0) {
            pairs.add(new Pair(source.substring(source.lastIndexOf('/') + 1), folder.load(source)));
            return;
        }
        String key = source.substring(0, source.indexOf('='));
        String path = source.substring(source.indexOf('=') + 1);
        if (key.isEmpty()) {
            throw new KustomizeException(
                    "missing key name for file path \"" + path + "\" in source \"" + source + "\"");
        }
        if (path.isEmpty()) {
            throw new KustomizeException("missing file path for key name \"" + key + "\" in source \"" + source + "\"");
        }
        pairs.add(new Pair(key, folder.load(path)));
    }

    private void envFile(String path) {
        byte[] content = folder.load(path);
        if (!isText(content)) {
            throw new KustomizeException("line with invalid utf8 bytes in " + path);
        }
        String text = new String(content, StandardCharsets.UTF_8);
        for (String raw : (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r?\n", -1)) {
            String line = raw.stripLeading();
            if (!line.isEmpty() && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                add(equals < 0 ? line : line.substring(0, equals), equals < 0 ? "" : line.substring(equals + 1));
            }
        }
    }

    static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
