package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.serve.BodyReader.Body;
import dev.fluxlab.kube.serve.WriteOptions.FieldValidation;
import dev.fluxlab.kube.type.GroupVersionKind;
import dev.fluxlab.kube.type.Normaliser;
import dev.fluxlab.kube.type.ResourceType;
import dev.fluxlab.kube.type.WrongTypeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns bodies into objects of the kind that a path is about, and says what of them the kind does not know. */
final class Decoder {

    private static final String SCHEME = "in scheme \"pkg/api/legacyscheme/scheme.go:30\"";
    private static final Map<String, String> GO_PACKAGES = Map.of(
            "",
            "core",
            "rbac.authorization.k8s.io",
            "rbac",
            "networking.k8s.io",
            "networking",
            "events.k8s.io",
            "core",
            "coordination.k8s.io",
            "coordination",
            "discovery.k8s.io",
            "discovery");

    private final BodyReader bodies;
    private final ServedTypes types;

    Decoder(BodyReader bodies, ServedTypes types) {
        this.bodies = bodies;
        this.types = types;
    }

    /** The object that a call sends, defaulted and in canonical form. */
    Obj read(Call call, FieldValidation validation) throws IOException {
        Body body = bodies.read(call.exchange(), call.type().kind().kind());
        Obj named = named(body.object(), call.type());
        Normaliser.Normal normal = decoded(call.type(), named);
        List<String> complaints = new ArrayList<>();
        body.duplicateKeys().forEach(key -> complaints.add("duplicate field \"" + key + "\""));
        complaints.addAll(normal.complaints());
        if (!complaints.isEmpty() && validation == FieldValidation.STRICT) {
            throw cannotBeHandled(call.type(), "strict decoding error: " + String.join(", ", complaints));
        }
        warn(call, validation, complaints);
        return normal.object();
    }

    static void warn(Call call, FieldValidation validation, List<String> complaints) {
        if (validation == FieldValidation.WARN) {
            complaints.stream().distinct().forEach(call::warn);
        }
    }

    static Normaliser.Normal decoded(ResourceType type, Obj object) {
        try {
            return type.decode(object);
        } catch (WrongTypeException e) {
            throw cannotBeHandled(type, String.valueOf(e.getMessage()));
        }
    }

    private static ApiException cannotBeHandled(ResourceType type, String why) {
        String kind = type.kind().kind();
        return Refusals.badRequest(
                kind + " in version \"" + type.version() + "\" cannot be handled as a " + kind + ": " + why);
    }

    /** The object with kind and version first; what it leaves out is taken from the path. */
    private Obj named(Obj object, ResourceType type) {
        GroupVersionKind expected = type.kind();
        String apiVersion = object.text("apiVersion").isEmpty() ? expected.apiVersion() : object.text("apiVersion");
        String kind = object.text("kind").isEmpty() ? expected.kind() : object.text("kind");
        checkKind(GroupVersionKind.of(apiVersion, kind), type);
        return Obj.builder()
                .put("kind", kind)
                .put("apiVersion", apiVersion)
                .putAll(object)
                .build();
    }

    private void checkKind(GroupVersionKind found, ResourceType type) {
        GroupVersionKind expected = type.kind();
        if (found.equals(expected)) {
            return;
        }
        boolean known = types.catalog().ofKind(found).isPresent();
        if (known && found.kind().equals(expected.kind()) || !type.isBuiltIn()) {
            throw Refusals.badRequest("the API version in the data (" + found.apiVersion()
                    + ") does not match the expected API version (" + expected.apiVersion() + ")");
        }
        String why = known
                ? "converting (" + goVersion(found) + "." + found.kind() + ") to (" + goPackage(expected.group()) + "."
                        + expected.kind() + "): unknown conversion"
                : "no kind \"" + found.kind() + "\" is registered for version \"" + found.apiVersion() + "\" " + SCHEME;
        throw Refusals.badRequest(found.kind() + " in version \"" + found.version() + "\" cannot be handled as a "
                + expected.kind() + ": " + why);
    }

    private static String goVersion(GroupVersionKind kind) {
        return kind.version();
    }

    private static String goPackage(String group) {
        return GO_PACKAGES.getOrDefault(group, group);
    }
}
