package dev.fluxlab.guard;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.guard.Finding.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No environment runs an image by a tag that moves, or by none. */
final class MutableImageRule implements Rule {

    private static final Set<String> LISTS = Set.of("containers", "initContainers", "ephemeralContainers");

    @Override
    public void check(Fleet fleet, Findings findings) {
        for (Build build : fleet.builds()) {
            build.environment().ifPresent(environment -> build.objects().forEach(object -> images(object).stream()
                    .filter(image -> !ImageName.of(image).isFixed())
                    .forEach(image -> report(fleet, build, object, image, findings))));
        }
    }

    private static List<String> images(Json node) {
        List<String> images = new ArrayList<>();
        if (node instanceof Arr arr) {
            arr.items().forEach(item -> images.addAll(images(item)));
        } else if (node instanceof Obj obj) {
            for (Map.Entry<String, Json> member : obj.members().entrySet()) {
                boolean lists = LISTS.contains(member.getKey()) && member.getValue() instanceof Arr;
                if (lists) {
                    obj.items(member.getKey()).stream()
                            .map(container -> container.text("image"))
                            .filter(image -> !image.isEmpty())
                            .forEach(images::add);
                } else {
                    images.addAll(images(member.getValue()));
                }
            }
        }
        return images;
    }

    private static boolean says(String line, String image, String tag) {
        return line.contains("image:") && line.contains(image)
                || !tag.isEmpty() && line.contains("newTag:") && line.contains(tag);
    }

    private static void report(Fleet fleet, Build build, Obj object, String image, Findings findings) {
        ImageName name = ImageName.of(image);
        Place place = fleet.placeOf(line -> says(line, image, name.tag()), build.folder());
        findings.error(
                RuleId.MUTABLE_IMAGE,
                place,
                new Message(
                        object.text("kind") + " " + object.text("metadata", "name") + " in " + build.folder() + " runs "
                                + image + (name.tag().isEmpty() ? ", without a tag" : ", a tag that moves"),
                        "what runs changes without a commit, and a rollback to this commit brings back something else",
                        "name the image by an immutable tag such as "
                                + build.environment().map(Environment::word).orElse("")
                                + "-v1.4.2-abc1234-1738860000, or by digest"));
    }
}
