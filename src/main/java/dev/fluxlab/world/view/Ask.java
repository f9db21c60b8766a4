package dev.fluxlab.world.view;

/** A raw request to the API server; the type and the body are empty when it carries none. */
public record Ask(String method, String path, String accept, String type, String body) {

    public static Ask get(String path, String accept) {
        return new Ask("GET", path, accept, "", "");
    }

    public static Ask patch(String path, String type, String body) {
        return new Ask("PATCH", path, "application/json", type, body);
    }
}
