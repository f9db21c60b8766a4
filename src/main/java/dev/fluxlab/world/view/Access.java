package dev.fluxlab.world.view;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.net.URI;
import java.nio.file.Path;

/**
 * What a process needs to reach a running world: the content of {@code world.json}, which only its owner can read.
 *
 * @param cache a folder for clones of the repositories
 */
public record Access(
        Path kubeconfig, URI forge, Login learner, URI registry, URI control, Login controller, Path cache) {

    /** The organisation that owns the world's images. */
    public static final String ORGANISATION = "acme";

    /**
     * The access that a text says.
     *
     * @throws DocumentException when a part is missing
     */
    public static Access parse(String text, Path cache) {
        Json json = JsonText.read(text);
        return new Access(
                Path.of(need(json, "kubeconfig")),
                URI.create(need(json, "forge", "url")),
                new Login(need(json, "forge", "user"), need(json, "forge", "password")),
                URI.create(need(json, "registry", "url")),
                URI.create(need(json, "control", "url")),
                new Login("control", need(json, "control", "token")),
                cache);
    }

    private static String need(Json json, String... keys) {
        String value = json.text(keys);
        if (value.isEmpty()) {
            throw new DocumentException("it has no \"" + String.join(".", keys) + "\"");
        }
        return value;
    }

    public String print() {
        return JsonText.pretty(Obj.builder()
                        .put("kubeconfig", kubeconfig.toString())
                        .put(
                                "forge",
                                Obj.builder()
                                        .put("url", forge.toString())
                                        .put("user", learner.user())
                                        .put("password", learner.password())
                                        .build())
                        .put("registry", Obj.of("url", registry.toString()))
                        .put(
                                "control",
                                Obj.builder()
                                        .put("url", control.toString())
                                        .put("token", controller.password())
                                        .build())
                        .build())
                + "\n";
    }

    /** The URL of a repository on the forge. */
    public URI repository(String name) {
        return URI.create(forge + "/" + ORGANISATION + "/" + name + ".git");
    }

    /** The same with the learner's name and password in it, as a clone needs it that asks for nothing. */
    public URI repositoryWithLogin(String name) {
        return URI.create(forge.getScheme() + "://" + learner.user() + ":" + learner.password() + "@"
                + forge.getAuthority() + "/" + ORGANISATION + "/" + name + ".git");
    }
}
