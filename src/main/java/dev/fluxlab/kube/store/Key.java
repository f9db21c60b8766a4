package dev.fluxlab.kube.store;

/**
 * Where an object lies: its resource as {@code plural} or {@code plural.group}, its namespace (empty for cluster-wide
 * objects) and its name.
 */
public record Key(String resource, String namespace, String name) {

    private static final char SEPARATOR = '\n'; // no name can hold it, unlike '/' which RBAC names may

    /** What orders the objects of one resource: the path below the resource, compared by its characters as etcd does. */
    public String path() {
        return prefix(namespace) + name;
    }

    /** What the paths of a namespace's objects begin with; every path of a cluster-wide list begins with empty text. */
    public static String prefix(String namespace) {
        return namespace.isEmpty() ? "" : namespace + "/";
    }

    String stored() {
        return resource + SEPARATOR + namespace + SEPARATOR + name;
    }

    static Key parse(String stored) {
        int first = stored.indexOf(SEPARATOR);
        int second = stored.indexOf(SEPARATOR, first + 1);
        if (first < 0 || second < 0) {
            throw new StoreException("the state holds a key that no version of fluxlab wrote: " + stored);
        }
        return new Key(stored.substring(0, first), stored.substring(first + 1, second), stored.substring(second + 1));
    }
}
