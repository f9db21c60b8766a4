package dev.fluxlab.registry;

import java.util.Set;

/** The media types the registry and its client know. */
final class MediaType {

    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
    static final String EMPTY = "application/vnd.oci.empty.v1+json";
    static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    static final String DOCKER_INDEX = "application/vnd.docker.distribution.manifest.list.v2+json";
    static final String SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";

    static final Set<String> IMAGES = Set.of(MANIFEST, DOCKER_MANIFEST);
    static final Set<String> INDEXES = Set.of(INDEX, DOCKER_INDEX);
    static final String ACCEPTED = String.join(", ", MANIFEST, INDEX, DOCKER_MANIFEST, DOCKER_INDEX);

    private MediaType() {}
}
