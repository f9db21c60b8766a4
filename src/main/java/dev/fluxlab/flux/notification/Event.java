package dev.fluxlab.flux.notification;

import dev.fluxlab.document.Obj;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An event as controllers post it. */
record Event(Obj body) {

    private static final String EVENT_GROUP = "event.toolkit.fluxcd.io";
    private static final Set<String> DROPPED = Set.of("digest", "checksum", "token");

    String kind() {
        return body.text("involvedObject", "kind");
    }

    String name() {
        return body.text("involvedObject", "name");
    }

    String namespace() {
        return body.text("involvedObject", "namespace");
    }

    String apiVersion() {
        return body.text("involvedObject", "apiVersion");
    }

    String message() {
        return body.text("message");
    }

    boolean isError() {
        return body.text("severity").equals("error");
    }

    /** {@code Kind/namespace/name}. */
    String object() {
        return kind() + "/" + namespace() + "/" + name();
    }

    private String group() {
        int slash = apiVersion().indexOf('/');
        return slash < 0 ? "" : apiVersion().substring(0, slash);
    }

    /** What makes two events the same within the time that the rate limit looks back. */
    String sameness() {
        StringBuilder key = new StringBuilder(
                "event/name=" + name() + "/namespace=" + namespace() + "/kind=" + kind() + "/message=" + message());
        Map<String, String> metadata = body.texts("metadata");
        for (String field : new String[] {"originRevision", "revision", "token"}) {
            String value = metadata.getOrDefault(group() + "/" + field, "");
            if (!value.isEmpty()) {
                key.append('/').append(field).append('=').append(value);
            }
        }
        return key.toString();
    }

    /** The event as providers get it: metadata of its own groups without their prefix, and the alert's. */
    Obj sent(Map<String, String> ofAlert, String summary) {
        Map<String, String> metadata = new TreeMap<>(ofAlert);
        if (!summary.isEmpty()) {
            metadata.put("summary", summary);
        }
        body.texts("metadata").forEach((key, value) -> {
            int slash = key.indexOf('/');
            String group = slash < 0 ? "" : key.substring(0, slash);
            String field = key.substring(slash + 1);
            if ((group.equals(group()) || group.equals(EVENT_GROUP)) && !DROPPED.contains(field)) {
                metadata.put(field, value);
            }
        });
        Obj sent = body.without("metadata");
        return metadata.isEmpty() ? sent : sent.with("metadata", Obj.ofTexts(metadata));
    }
}
