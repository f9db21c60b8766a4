package dev.fluxlab.forge.run;

import dev.fluxlab.document.Obj;
import dev.fluxlab.registry.Digest;
import dev.fluxlab.registry.Image;
import dev.fluxlab.registry.RegistryClient;
import dev.fluxlab.registry.RegistryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * docker/build-push-action: an image of the files that the Dockerfile copies, with its labels. The moment of the build is
 * in it, so that building a commit again gives another digest, as in life.
 */
final class BuildPushAction implements Action {

    private final InstantSource time;

    BuildPushAction(InstantSource time) {
        this.time = time;
    }

    @Override
    public Set<String> inputs() {
        return Set.of(
                "context",
                "file",
                "push",
                "tags",
                "labels",
                "annotations",
                "build-args",
                "provenance",
                "sbom",
                "no-cache");
    }

    @Override
    public Obj run(Call call) throws IOException, StepFailed {
        Path context = inside(call.job().workspace(), call.input("context", "."));
        Path file = inside(call.job().workspace(), call.input("file", call.input("context", ".") + "/Dockerfile"));
        if (!Files.isRegularFile(file)) {
            throw new StepFailed(
                    "there is no Dockerfile at " + call.job().workspace().relativize(file));
        }
        String name = call.job().workspace().relativize(file).toString();
        Dockerfile dockerfile = Dockerfile.read(name, Files.readString(file), call.pairs("build-args"));
        Image image = build(call, dockerfile, context);
        call.job().log().line("Built " + image.digest());
        if (call.input("push").equals("true")) {
            push(call, image);
        }
        return Action.output("digest", image.digest().value());
    }

    private Image build(Call call, Dockerfile dockerfile, Path context) throws IOException, StepFailed {
        Image.Builder image = Image.builder(time.instant());
        dockerfile.labels().forEach(image::label);
        call.pairs("labels").forEach(image::label);
        call.pairs("annotations")
                .forEach((name, value) -> image.annotation(name.replaceFirst("^manifest:", ""), value));
        for (List<String> copy : dockerfile.copies()) {
            image.layer(files(context, copy));
        }
        return image.build();
    }

    private static Map<String, byte[]> files(Path context, List<String> copy) throws IOException, StepFailed {
        String target = copy.get(copy.size() - 1).replaceFirst("^/", "").replaceFirst("^\\./?", "");
        Map<String, byte[]> files = new TreeMap<>();
        for (String source : copy.subList(0, copy.size() - 1)) {
            Path from = inside(context, source.replaceFirst("^/", ""));
            if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
                throw new StepFailed("COPY failed: \"" + source + "\" is not in the build context");
            }
            collect(from, target, files);
        }
        return files;
    }

    private static void collect(Path from, String target, Map<String, byte[]> files) throws IOException {
        try (var found = Files.walk(from)) {
            for (Path file : found.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String relative = from.relativize(file).toString();
                String name = relative.isEmpty()
                        ? (target.endsWith("/") || target.isEmpty() ? target + file.getFileName() : target)
                        : (target.isEmpty() ? relative : target.replaceFirst("/$", "") + "/" + relative);
                if (!name.startsWith(".git/")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
    }

    private static void push(Call call, Image image) throws StepFailed {
        List<String> tags = call.list("tags");
        if (tags.isEmpty()) {
            throw new StepFailed(call.step().place() + ": push is true, but there are no tags");
        }
        for (String tag : tags) {
            try {
                ImageName name = ImageName.parse(tag);
                RegistryClient client = name.client(call.job());
                Digest digest = client.push(name.repository(), name.reference(), image);
                call.job().log().line("pushed " + name + " " + digest);
            } catch (RegistryException | IllegalArgumentException e) {
                throw new StepFailed("failed to push " + tag + ": " + e.getMessage());
            }
        }
    }

    private static Path inside(Path folder, String relative) throws StepFailed {
        Path path = folder.resolve(relative).normalize();
        if (!path.startsWith(folder)) {
            throw new StepFailed("\"" + relative + "\" leads out of the build context");
        }
        return path;
    }
}
