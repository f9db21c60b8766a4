package dev.fluxlab.flux.api;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The CustomResourceDefinitions of Flux's kinds, as a cluster with Flux has them. */
public final class FluxDefinitions {

    private static final List<Class<? extends FluxResource<?, ?>>> KINDS = List.of(
            GitRepository.class,
            OCIRepository.class,
            Kustomization.class,
            ImageRepository.class,
            ImagePolicy.class,
            ImageUpdateAutomation.class,
            Provider.class,
            Alert.class,
            Receiver.class);

    private FluxDefinitions() {}

    public static List<Obj> all() {
        return KINDS.stream().map(FluxDefinitions::of).toList();
    }

    private static Obj of(Class<? extends FluxResource<?, ?>> kind) {
        return new DefinitionOverlay(kind).over(generated(kind));
    }

    private static Obj generated(Class<? extends FluxResource<?, ?>> kind) {
        String path = "/META-INF/fabric8/" + FluxResource.getCRDName(kind) + "-v1.yml";
        try (InputStream file = FluxDefinitions.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException(
                        "no definition at " + path + "; the build generates it: run mvn process-classes");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return YamlText.read(text).asObj().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
