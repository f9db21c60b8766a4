package dev.fluxlab.workload.pod;

/**
 * An image as a pod names it, with what it leaves out filled in as container runtimes do.
 *
 * @param version a tag, or a digest
 */
record ImageReference(String host, String repository, String version) {

    static ImageReference parse(String name) {
        int at = name.indexOf('@');
        String digest = at < 0 ? "" : name.substring(at + 1);
        String tagged = at < 0 ? name : name.substring(0, at);
        int colon = tagged.lastIndexOf(':');
        boolean hasTag = colon > tagged.lastIndexOf('/');
        String path = hasTag ? tagged.substring(0, colon) : tagged;
        String tag = hasTag ? tagged.substring(colon + 1) : "latest";
        String version = digest.isEmpty() ? tag : digest;
        int slash = path.indexOf('/');
        String first = slash < 0 ? "" : path.substring(0, slash);
        if (first.contains(".") || first.contains(":") || first.equals("localhost")) {
            return new ImageReference(first, path.substring(slash + 1), version);
        }
        return new ImageReference("docker.io", slash < 0 ? "library/" + path : path, version);
    }

    /** The name with nothing left out. */
    String full() {
        return name() + (version.contains(":") ? "@" : ":") + version;
    }

    String name() {
        return host + "/" + repository;
    }

    /** Registries on loopback are plain: nothing leaves the machine, and runtimes treat them so too. */
    String endpoint() {
        boolean loopback = host.matches("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");
        String server = host.equals("docker.io") ? "registry-1.docker.io" : host;
        return (loopback ? "http://" : "https://") + server + "/v2/" + repository;
    }
}
