package dev.fluxlab.registry;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Num;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What refers to a manifest: signatures, attestations. An unknown subject has none. */
final class ReferrersEndpoint implements Endpoint {

    private final Layouts layouts;

    ReferrersEndpoint(Layouts layouts) {
        this.layouts = layouts;
    }

    @Override
    public void handle(Call call) throws IOException {
        if (!call.method().equals("GET")) {
            throw call.methodUnsupported();
        }
        Digest subject = new Digest(call.rest());
        Optional<String> wanted = call.exchange().query().get("artifactType");
        wanted.ifPresent(type -> call.exchange().responseHeader("OCI-Filters-Applied", "artifactType"));
        Obj index = Obj.builder()
                .put("schemaVersion", Num.of(2))
                .put("mediaType", MediaType.INDEX)
                .put("manifests", new Arr(referrers(call.repository(), subject, wanted)))
                .build();
        call.exchange().respond(200, MediaType.INDEX, JsonText.bytes(index));
    }

    private List<Json> referrers(RepositoryName repository, Digest subject, Optional<String> wanted)
            throws IOException {
        List<Json> found = new ArrayList<>();
        Optional<Layout> layout = layouts.find(repository);
        if (layout.isEmpty()) {
            return found;
        }
        for (Descriptor referrer : layout.get().referrers(subject)) {
            Obj entry = entry(referrer, layout.get().document(referrer.digest()));
            if (wanted.isEmpty() || wanted.get().equals(entry.text("artifactType"))) {
                found.add(entry);
            }
        }
        return found;
    }

    private static Obj entry(Descriptor referrer, Obj manifest) {
        String type = manifest.text("artifactType");
        Obj entry = referrer.json().with("artifactType", type.isEmpty() ? manifest.text("config", "mediaType") : type);
        Obj annotations = manifest.obj("annotations");
        return annotations.isEmpty() ? entry : entry.with("annotations", annotations);
    }
}
