package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Str;

/**
 * What tells the entries of managed fields apart. Whoever applies keeps its entry when it moves to another version of a
 * kind, so an applier's apiVersion is empty here.
 */
record ManagerId(String manager, boolean applies, String apiVersion, String subresource)
        implements Comparable<ManagerId> {

    static ManagerId applier(String manager, String subresource) {
        return new ManagerId(manager, true, "", subresource);
    }

    static ManagerId updater(String manager, String apiVersion, String subresource) {
        return new ManagerId(manager, false, apiVersion, subresource);
    }

    String operation() {
        return applies ? "Apply" : "Update";
    }

    /** As conflicts name a manager. */
    String described() {
        String text = new Str(manager).toString();
        if (!subresource.isEmpty()) {
            text += " with subresource " + new Str(subresource);
        }
        return applies ? text : text + " using " + apiVersion;
    }

    /** A real server sorts managers by the JSON text that it knows them by. */
    @Override
    public int compareTo(ManagerId other) {
        return identity().compareTo(other.identity());
    }

    private String identity() {
        return new Str(manager)
                + ",\"operation\":\"" + operation() + '"'
                + (apiVersion.isEmpty() ? "" : ",\"apiVersion\":" + new Str(apiVersion))
                + (subresource.isEmpty() ? "" : ",\"subresource\":" + new Str(subresource))
                + "}";
    }
}
