package dev.fluxlab.flux.template;

import static dev.fluxlab.flux.template.Functions.number;
import static dev.fluxlab.flux.template.Functions.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.Adler32;

/** Functions on texts, as sprig has them: the text to work on comes last. */
final class TextFunctions {

    private static final int LONGEST = 1 << 20;

    private TextFunctions() {}

    static void addTo(Functions.Table table) {
        trimming(table);
        shaping(table);
        testing(table);
        encoding(table);
        patterns(table);
        paths(table);
    }

    private static void trimming(Functions.Table table) {
        table.exactly(1, "trim", args -> text(args.get(0)).strip())
                .exactly(2, "trimAll", args -> trimSet(text(args.get(1)), text(args.get(0))))
                .exactly(2, "trimall", args -> trimSet(text(args.get(1)), text(args.get(0))))
                .exactly(2, "trimPrefix", args -> withoutPrefix(text(args.get(1)), text(args.get(0))))
                .exactly(2, "trimSuffix", args -> withoutSuffix(text(args.get(1)), text(args.get(0))))
                .exactly(1, "nospace", args -> text(args.get(0)).replaceAll("\\s", ""))
                .exactly(2, "trunc", args -> truncated(text(args.get(1)), (int) number(args.get(0))))
                .exactly(3, "substr", args -> substring(text(args.get(2)), number(args.get(0)), number(args.get(1))))
                .exactly(2, "abbrev", args -> abbreviated(text(args.get(1)), (int) number(args.get(0))));
    }

    private static void shaping(Functions.Table table) {
        table.exactly(1, "upper", args -> text(args.get(0)).toUpperCase(Locale.ROOT))
                .exactly(1, "lower", args -> text(args.get(0)).toLowerCase(Locale.ROOT))
                .exactly(1, "title", args -> titled(text(args.get(0))))
                .exactly(2, "repeat", args -> repeated(text(args.get(1)), number(args.get(0))))
                .exactly(3, "replace", args -> text(args.get(2)).replace(text(args.get(0)), text(args.get(1))))
                .exactly(2, "indent", args -> indented(text(args.get(1)), number(args.get(0))))
                .exactly(2, "nindent", args -> "\n" + indented(text(args.get(1)), number(args.get(0))))
                .atLeast(0, "quote", args -> joined(args, "\""))
                .atLeast(0, "squote", args -> joined(args, "'"))
                .atLeast(0, "cat", args -> args.stream().map(Functions::text).collect(Collectors.joining(" ")))
                .exactly(3, "plural", args -> number(args.get(2)) == 1 ? args.get(0) : args.get(1))
                .exactly(1, "toString", args -> text(args.get(0)));
    }

    private static void testing(Functions.Table table) {
        table.exactly(2, "contains", args -> text(args.get(1)).contains(text(args.get(0))))
                .exactly(2, "hasPrefix", args -> text(args.get(1)).startsWith(text(args.get(0))))
                .exactly(2, "hasSuffix", args -> text(args.get(1)).endsWith(text(args.get(0))))
                .exactly(1, "fail", args -> {
                    throw new IllegalStateException(text(args.get(0)));
                });
    }

    private static void encoding(Functions.Table table) {
        table.exactly(1, "sha1sum", args -> digest("SHA-1", text(args.get(0))))
                .exactly(1, "sha256sum", args -> digest("SHA-256", text(args.get(0))))
                .exactly(1, "sha512sum", args -> digest("SHA-512", text(args.get(0))))
                .exactly(1, "adler32sum", args -> adler(text(args.get(0))))
                .exactly(1, "b64enc", args -> Base64.getEncoder().encodeToString(bytes(text(args.get(0)))))
                .exactly(
                        1,
                        "b64dec",
                        args -> new String(Base64.getDecoder().decode(text(args.get(0))), StandardCharsets.UTF_8));
    }

    private static void patterns(Functions.Table table) {
        table.exactly(2, "regexMatch", args -> pattern(args)
                        .matcher(text(args.get(1)))
                        .find())
                .exactly(2, "regexFind", args -> found(pattern(args).matcher(text(args.get(1)))))
                .exactly(3, "regexReplaceAll", args -> pattern(args)
                        .matcher(text(args.get(1)))
                        .replaceAll(text(args.get(2)).replaceAll("\\$\\{(\\d+)}", "\\$$1")))
                .exactly(3, "regexReplaceAllLiteral", args -> pattern(args)
                        .matcher(text(args.get(1)))
                        .replaceAll(Matcher.quoteReplacement(text(args.get(2)))));
    }

    private static void paths(Functions.Table table) {
        table.exactly(1, "base", args -> base(text(args.get(0))))
                .exactly(1, "dir", args -> dir(text(args.get(0))))
                .exactly(1, "ext", args -> extension(text(args.get(0))));
    }

    private static Pattern pattern(List<Object> args) {
        return Pattern.compile(text(args.get(0)));
    }

    private static String found(Matcher matcher) {
        return matcher.find() ? matcher.group() : "";
    }

    private static String trimSet(String text, String characters) {
        int from = 0;
        int to = text.length();
        while (from < to && characters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static String truncated(String text, int length) {
        if (length < 0) {
            return text.substring(Math.max(0, text.length() + length));
        }
        return text.substring(0, Math.min(text.length(), length));
    }

    private static String substring(String text, long from, long to) {
        int start = (int) Math.max(0, Math.min(from, text.length()));
        int end = to < 0 || to > text.length() ? text.length() : (int) to;
        return start > end ? "" : text.substring(start, end);
    }

    private static String abbreviated(String text, int width) {
        return text.length() <= width || width < 4 ? text : text.substring(0, width - 3) + "...";
    }

    private static String titled(String text) {
        StringBuilder titled = new StringBuilder(text);
        for (int i = 0; i < titled.length(); i++) {
            if (i == 0 || Character.isWhitespace(titled.charAt(i - 1))) {
                titled.setCharAt(i, Character.toUpperCase(titled.charAt(i)));
            }
        }
        return titled.toString();
    }

    private static String repeated(String text, long count) {
        if (count < 0 || count * text.length() > LONGEST) {
            throw new IllegalArgumentException("cannot repeat " + count + " times");
        }
        return text.repeat((int) count);
    }

    private static String indented(String text, long spaces) {
        String pad = repeated(" ", spaces);
        return pad + text.replace("\n", "\n" + pad);
    }

    private static String joined(List<Object> args, String quote) {
        List<String> quoted = new ArrayList<>();
        for (Object arg : args) {
            quoted.add(quote.equals("'") ? "'" + text(arg) + "'" : GoPrint.quoted(text(arg)));
        }
        return String.join(" ", quoted);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String adler(String text) {
        Adler32 checksum = new Adler32();
        checksum.update(bytes(text));
        return Long.toString(checksum.getValue());
    }

    private static String base(String path) {
        String trimmed = path.replaceAll("/+$", "");
        if (trimmed.isEmpty()) {
            return path.isEmpty() ? "." : "/";
        }
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static String dir(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
    }
}
