package dev.fluxlab.forge.run;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.registry.Credentials;
import dev.fluxlab.registry.Digest;
import dev.fluxlab.registry.RegistryException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** crane, as far as the lab's workflows go: digest, ls, tag, copy, manifest, config, delete, auth login. */
final class CraneTool implements Tool {

    static final Set<String> FLAGS = Set.of("--insecure", "--password-stdin", "--full-ref", "-v", "--verbose");
    private static final Set<String> OPTIONS =
            Set.of("--insecure", "-u", "--username", "-p", "--password", "--platform");

    @Override
    public String run(Call call) throws StepFailed {
        call.allow("crane", OPTIONS);
        try {
            return switch (call.word(0)) {
                case "digest" -> digest(call);
                case "ls" -> list(call);
                case "tag" -> tag(call);
                case "copy", "cp" -> copy(call);
                case "manifest" -> manifest(call);
                case "config" -> config(call);
                case "delete" -> delete(call);
                case "auth" -> login(call);
                default -> throw new StepFailed(
                        "unknown command \"" + call.word(0) + "\" for \"crane\"; the lab's knows"
                                + " digest, ls, tag, copy, manifest, config, delete and auth login");
            };
        } catch (RegistryException | IllegalArgumentException e) {
            throw new StepFailed("Error: " + e.getMessage());
        }
    }

    private static ImageName image(Call call, int word) throws StepFailed {
        return ImageName.parse(call.word(word));
    }

    private static String digest(Call call) throws StepFailed {
        ImageName image = image(call, 1);
        return image.client(call.job())
                        .manifest(image.repository(), image.reference())
                        .digest() + "\n";
    }

    private static String list(Call call) throws StepFailed {
        ImageName image = image(call, 1);
        return image.client(call.job()).tags(image.repository()).stream()
                .map(tag -> tag + "\n")
                .collect(Collectors.joining());
    }

    private static String tag(Call call) throws StepFailed {
        ImageName image = image(call, 1);
        Digest digest = image.client(call.job()).tag(image.repository(), image.reference(), call.word(2));
        call.job().log().line("tagged " + image.repository() + ":" + call.word(2) + " " + digest);
        return "";
    }

    private static String copy(Call call) throws StepFailed {
        ImageName from = image(call, 1);
        ImageName to = image(call, 2);
        if (!from.registry().equals(to.registry())) {
            throw new StepFailed("Error: the lab's crane copies within one registry, not from " + from.registry()
                    + " to " + to.registry());
        }
        from.client(call.job()).copy(from.repository(), from.reference(), to.repository(), to.reference());
        return "";
    }

    private static String manifest(Call call) throws StepFailed {
        ImageName image = image(call, 1);
        byte[] content = image.client(call.job())
                .manifest(image.repository(), image.reference())
                .content();
        return new String(content, StandardCharsets.UTF_8);
    }

    private static String config(Call call) throws StepFailed {
        ImageName image = image(call, 1);
        return JsonText.print(image.client(call.job()).config(image.repository(), image.reference())) + "\n";
    }

    private static String delete(Call call) throws StepFailed {
        ImageName image = image(call, 1);
        image.client(call.job()).delete(image.repository(), image.reference());
        return "";
    }

    private static String login(Call call) throws StepFailed {
        String registry = call.word(2);
        String user = call.option("-u", "--username").orElse("");
        String password = call.option("-p", "--password").orElse("");
        if (!call.word(1).equals("login") || user.isEmpty() || password.isEmpty()) {
            throw new StepFailed("Error: crane auth login REGISTRY -u USER -p PASSWORD");
        }
        call.job().logins().put(registry, new Credentials(user, password));
        return "logged in to " + registry + "\n";
    }
}
