package dev.fluxlab.tool;

import dev.fluxlab.world.view.Images;
import dev.fluxlab.world.view.WorldUnreachable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** crane: looks at images and gives them tags, without pulling them. */
final class CraneTool implements Tool {

    private static final Arguments.Syntax SYNTAX =
            new Arguments.Syntax(Set.of("platform"), Set.of("insecure", "full-ref", "omit-digest-tags"), Map.of());

    private final Images images;

    CraneTool(Images images) {
        this.images = images;
    }

    @Override
    public String name() {
        return "crane";
    }

    @Override
    public int run(List<String> words, Console console) {
        try {
            Arguments arguments = Arguments.parse(words, SYNTAX);
            dispatch(arguments, console);
            return 0;
        } catch (ToolFailure failure) {
            console.note("Error: " + failure.getMessage());
            return failure.exitCode();
        } catch (WorldUnreachable e) {
            console.note("Error: " + e.getMessage());
            return 1;
        }
    }

    private void dispatch(Arguments arguments, Console console) {
        String verb = arguments.positional(0).orElse("");
        switch (verb) {
            case "ls" -> list(Reference.parse(word(arguments, 1, "REPO"), images.host()), arguments, console);
            case "catalog" -> images.repositories().forEach(console::line);
            case "digest" -> console.line(digest(Reference.parse(word(arguments, 1, "IMAGE"), images.host())));
            case "manifest" -> {
                Reference image = Reference.parse(word(arguments, 1, "IMAGE"), images.host());
                console.line(new String(images.manifest(image.repository(), image.name()), StandardCharsets.UTF_8));
            }
            case "config" -> {
                Reference image = Reference.parse(word(arguments, 1, "IMAGE"), images.host());
                console.line(images.config(image.repository(), image.name()));
            }
            case "tag" -> {
                Reference image = Reference.parse(word(arguments, 1, "IMAGE"), images.host());
                digest(image);
                images.tag(image.repository(), image.name(), word(arguments, 2, "TAG"));
            }
            case "copy", "cp" -> copy(arguments, console);
            case "delete" -> {
                Reference image = Reference.parse(word(arguments, 1, "IMAGE"), images.host());
                images.delete(image.repository(), image.name());
            }
            default -> throw new ToolFailure(
                    1,
                    "unknown command \"" + verb
                            + "\" for \"crane\" in this lab; it knows catalog, config, copy, delete,"
                            + " digest, ls, manifest and tag");
        }
    }

    private void list(Reference repository, Arguments arguments, Console console) {
        for (String tag : images.tags(repository.repository())) {
            console.line(arguments.has("full-ref") ? images.host() + "/" + repository.repository() + ":" + tag : tag);
        }
    }

    private void copy(Arguments arguments, Console console) {
        Reference from = Reference.parse(word(arguments, 1, "SRC"), images.host());
        Reference to = Reference.parse(word(arguments, 2, "DST"), images.host());
        digest(from);
        String digest = images.copy(from.repository(), from.name(), to.repository(), to.name());
        console.note("Copied " + from + " to " + to + ": " + digest);
    }

    private String digest(Reference image) {
        return images.digest(image.repository(), image.name())
                .orElseThrow(() -> new ToolFailure(
                        1,
                        "fetching manifest " + images.host() + "/" + image
                                + ": MANIFEST_UNKNOWN: manifest unknown; \"crane ls " + images.host() + "/"
                                + image.repository() + "\" lists the tags there are"));
    }

    private static String word(Arguments arguments, int index, String what) {
        return arguments
                .positional(index)
                .orElseThrow(() ->
                        new ToolFailure(1, "crane " + arguments.positional(0).orElse("") + " takes " + what));
    }

    /** An image in the world's registry. */
    private record Reference(String repository, String name) {

        static Reference parse(String text, String host) {
            String bare = text.startsWith(host + "/") ? text.substring(host.length() + 1) : text;
            int at = bare.indexOf('@');
            if (at >= 0) {
                return new Reference(bare.substring(0, at), bare.substring(at + 1));
            }
            int colon = bare.lastIndexOf(':');
            if (bare.indexOf(':') >= 0 && bare.indexOf('/') > bare.indexOf(':')) {
                throw new ToolFailure(1, text + " is on another registry; this world's is " + host);
            }
            return colon < 0
                    ? new Reference(bare, "latest")
                    : new Reference(bare.substring(0, colon), bare.substring(colon + 1));
        }

        @Override
        public String toString() {
            return repository + (name.startsWith("sha256:") ? "@" : ":") + name;
        }
    }
}
