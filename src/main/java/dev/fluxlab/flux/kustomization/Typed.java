package dev.fluxlab.flux.kustomization;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Objects as they look once Go's types have held them, which is how Flux applies them: structs that Git leaves out are
 * there and empty, ports have a protocol, a Secret's texts are encoded. The fields that Flux owns depend on it.
 */
final class Typed {

    private Typed() {}

    static Obj of(Obj object) {
        return switch (Target.of(object).group() + "/" + object.text("kind")) {
            case "apps/Deployment" -> spec(object, spec -> struct(template(spec), "strategy"));
            case "apps/StatefulSet", "apps/DaemonSet" -> spec(object, spec -> struct(template(spec), "updateStrategy"));
            case "apps/ReplicaSet", "batch/Job" -> spec(object, Typed::template);
            case "batch/CronJob" -> spec(
                    object, spec -> spec.withObj("jobTemplate", job -> job.withObj("spec", Typed::template)));
            case "/Pod" -> spec(object, Typed::pod);
            case "/Service" -> spec(object, Typed::ports);
            case "/Secret" -> secret(object);
            default -> object;
        };
    }

    private static Obj spec(Obj object, UnaryOperator<Obj> change) {
        return object.has("spec") ? object.withObj("spec", change) : object;
    }

    private static Obj struct(Obj spec, String field) {
        return spec.has(field) ? spec : spec.with(field, Obj.EMPTY);
    }

    private static Obj template(Obj spec) {
        return spec.has("template") ? spec.withObj("template", template -> spec(template, Typed::pod)) : spec;
    }

    private static Obj pod(Obj spec) {
        Obj changed = spec;
        for (String field : List.of("containers", "initContainers")) {
            if (changed.has(field)) {
                changed = changed.with(field, each(changed.items(field), Typed::container));
            }
        }
        return changed;
    }

    private static Obj container(Obj container) {
        return struct(ports(container), "resources");
    }

    private static Obj ports(Obj holder) {
        return holder.has("ports") ? holder.with("ports", each(holder.items("ports"), Typed::port)) : holder;
    }

    private static Obj port(Obj port) {
        return port.has("protocol") ? port : port.with("protocol", "TCP");
    }

    private static Arr each(List<Json> items, UnaryOperator<Obj> change) {
        return new Arr(items.stream()
                .map(item -> item.asObj().<Json>map(change).orElse(item))
                .toList());
    }

    private static Obj secret(Obj secret) {
        if (!secret.has("stringData")) {
            return secret;
        }
        Obj.Builder data = secret.obj("data").toBuilder();
        secret.texts("stringData").forEach((key, text) -> data.put(key, encoded(text)));
        return secret.without("stringData").with("data", data.build());
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
