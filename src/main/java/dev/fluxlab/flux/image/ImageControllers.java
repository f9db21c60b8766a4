package dev.fluxlab.flux.image;

import dev.fluxlab.flux.reconcile.Controller;
import java.util.List;

/** The image controllers of one world. */
public final class ImageControllers {

    private ImageControllers() {}

    /** What an operator may set. */
    public record Options(boolean noCrossNamespaceRefs) {

        /** As Flux is shipped. */
        public static final Options DEFAULT = new Options(false);
    }

    /** Reflector and automation; they share the tags that scans found, which a restart forgets. */
    public static List<Controller<?>> all(Options options) {
        TagStore tags = new TagStore();
        return List.of(
                new ImageRepositoryController(tags),
                new ImagePolicyController(tags, options),
                new ImageUpdateAutomationController(options));
    }
}
