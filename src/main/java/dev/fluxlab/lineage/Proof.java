package dev.fluxlab.lineage;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;
import java.util.Optional;

/** The lineage of what an application runs in an environment. */
public record Proof(String environment, String app, String tag, String digest, List<Link> links) {

    public Proof {
        links = List.copyOf(links);
    }

    /** Broken when a link is; not judged when none is broken but some could not be judged. */
    public Link.Status status() {
        if (links.stream().anyMatch(link -> link.status() == Link.Status.BROKEN)) {
            return Link.Status.BROKEN;
        }
        return links.stream().allMatch(link -> link.status() == Link.Status.HOLDS)
                ? Link.Status.HOLDS
                : Link.Status.NOT_JUDGED;
    }

    /** The first link that does not hold. */
    public Optional<Link> firstGap() {
        return links.stream().filter(link -> link.status() != Link.Status.HOLDS).findFirst();
    }

    public Obj toJson() {
        return Obj.builder()
                .put("environment", environment)
                .put("app", app)
                .put("tag", tag)
                .put("digest", digest)
                .put(
                        "status",
                        status().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .put("links", new Arr(links.stream().<Json>map(Link::toJson).toList()))
                .build();
    }

    /** The proof as a tree for a terminal. */
    public String tree() {
        StringBuilder text = new StringBuilder(status().mark() + " " + environment + "/" + app + "  " + tag + "\n");
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            boolean last = i == links.size() - 1;
            text.append(last ? "└── " : "├── ")
                    .append(link.status().mark())
                    .append(' ')
                    .append(link.name())
                    .append('\n');
            text.append(last ? "      " : "│     ").append(link.found()).append('\n');
        }
        return text.toString();
    }

    /** The proof as a picture. */
    public String svg() {
        return new Picture(this).svg();
    }
}
