package dev.fluxlab.tool;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.world.view.Answer;
import dev.fluxlab.world.view.Ask;
import dev.fluxlab.world.view.Cluster;
import java.util.ArrayList;
import java.util.List;

/** One call of kubectl: its words, its cluster, and what it prints to. */
record KubeCall(Arguments arguments, Cluster cluster, Console console) {

    /** A kind and the name of one object, or empty text for all of them. */
    record Target(KubeResource resource, String name) {}

    String namespace() {
        return arguments.has("all-namespaces") ? "" : arguments.value("namespace", "default");
    }

    Obj ask(Ask ask) throws InterruptedException {
        Answer answer = cluster.send(ask);
        Obj body = JsonText.read(answer.body()).asObj().orElse(Obj.EMPTY);
        if (!answer.isSuccess()) {
            throw new ToolFailure(1, "Error from server (" + body.text("reason") + "): " + body.text("message"));
        }
        return body;
    }

    Obj get(String path) throws InterruptedException {
        return ask(Ask.get(path, "application/json"));
    }

    String path(Target target) {
        String collection = target.resource().path(namespace());
        return target.name().isEmpty() ? collection : collection + "/" + target.name();
    }

    /** Reads {@code kind/name} or {@code kind name} from the words after the given number of words. */
    Target target(int from) throws InterruptedException {
        String first = arguments
                .positional(from)
                .orElseThrow(() -> new ToolFailure(1, "error: You must specify the type of resource"));
        int slash = first.indexOf('/');
        if (first.contains(",")) {
            throw new ToolFailure(1, "error: this lab's kubectl takes one kind at a time, not \"" + first + "\"");
        }
        int words = slash < 0 ? 2 : 1;
        if (arguments.positional().size() > from + words) {
            throw new ToolFailure(1, "error: this lab's kubectl takes one object at a time");
        }
        return slash < 0
                ? new Target(resource(first), arguments.positional(from + 1).orElse(""))
                : new Target(resource(first.substring(0, slash)), first.substring(slash + 1));
    }

    Target one(int from) throws InterruptedException {
        Target target = target(from);
        if (target.name().isEmpty()) {
            throw new ToolFailure(1, "error: resource(s) were provided, but no name was specified");
        }
        return target;
    }

    private KubeResource resource(String typed) throws InterruptedException {
        for (String version : versions()) {
            Obj served = get((version.contains("/") ? "/apis/" : "/api/") + version);
            for (Json entry : served.items("resources")) {
                KubeResource resource = new KubeResource(version, entry);
                if (!entry.text("name").contains("/") && resource.answersTo(typed)) {
                    return resource;
                }
            }
        }
        throw new ToolFailure(1, "error: the server doesn't have a resource type \"" + typed + "\"");
    }

    private List<String> versions() throws InterruptedException {
        List<String> versions = new ArrayList<>(List.of("v1"));
        get("/apis").items("groups").forEach(group -> versions.add(group.text("preferredVersion", "groupVersion")));
        return versions;
    }
}
