package dev.fluxlab.kube.type;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is checked of a pod's volumes; mounts may name only those that pass. */
final class VolumeChecks {

    private VolumeChecks() {}

    static Set<String> check(Obj spec, Findings at) {
        Set<String> names = new HashSet<>();
        Checks.each(spec, "volumes", at, (volume, place) -> {
            Findings tried = Findings.none();
            Findings here = tried.in(place.path());
            source(volume, here);
            Checks.name(volume, "name", Formats::label, here);
            String name = volume.text("name");
            if (names.contains(name)) {
                here.in("name").duplicate(new Str(name));
            }
            tried.all().forEach(place::add);
            if (tried.isEmpty()) {
                names.add(name);
            }
        });
        return names;
    }

    private static void source(Json volume, Findings at) {
        List<String> sources =
                volume.obj().keys().stream().filter(key -> !key.equals("name")).toList();
        sources.stream().skip(1).forEach(extra -> at.in(extra).forbidden("may not specify more than 1 volume type"));
        if (volume.at("secret").isPresent()) {
            Checks.required(volume.obj("secret"), "secretName", at.in("secret"));
        }
        if (volume.at("configMap").isPresent()) {
            Checks.required(volume.obj("configMap"), "name", at.in("configMap"));
        }
        if (volume.at("hostPath").isPresent()) {
            Checks.required(volume.obj("hostPath"), "path", at.in("hostPath"));
        }
        if (volume.at("persistentVolumeClaim").isPresent()) {
            Checks.required(volume.obj("persistentVolumeClaim"), "claimName", at.in("persistentVolumeClaim"));
        }
    }
}
