package dev.fluxlab.flux.api;

import io.fabric8.generator.annotation.Required;

/** An image by name and tag, and by digest where that was looked up. */
public record ImageRef(@Required String name, @Required String tag, String digest) {

    public ImageRef {
        name = Absent.text(name);
        tag = Absent.text(tag);
        digest = Absent.text(digest);
    }
}
