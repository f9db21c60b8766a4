package dev.fluxlab.kube.type;

import dev.fluxlab.document.Obj;

/** What is checked of an event: that it stands in the namespace of what it is about. */
final class EventChecks {

    private EventChecks() {}

    static void check(Obj event, String reference, Findings at) {
        String about = event.text(reference, "namespace");
        String here = event.text("metadata", "namespace");
        if (about.isEmpty()) {
            if (!here.isEmpty() && !here.equals("default")) {
                at.in("involvedObject", "namespace").invalid("", "does not match event.namespace");
            }
        } else if (!about.equals(here)) {
            at.in("involvedObject", "namespace").invalid(about, "does not match event.namespace");
        }
    }
}
