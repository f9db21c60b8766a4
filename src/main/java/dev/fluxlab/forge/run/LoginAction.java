package dev.fluxlab.forge.run;

import dev.fluxlab.document.Obj;
import dev.fluxlab.registry.Credentials;
import dev.fluxlab.registry.RegistryException;
import java.util.Set;

/** docker/login-action: remembers who the job is at a registry, once the registry has agreed. */
final class LoginAction implements Action {

    @Override
    public Set<String> inputs() {
        return Set.of("registry", "username", "password", "logout");
    }

    @Override
    public Obj run(Call call) throws StepFailed {
        String registry = call.required("registry");
        Credentials credentials = new Credentials(call.required("username"), call.required("password"));
        call.job().logins().put(registry, credentials);
        try {
            ImageName.client(call.job(), registry).ping();
        } catch (RegistryException e) {
            throw new StepFailed("Error response from " + registry + ": " + e.getMessage());
        }
        call.job().log().line("Login Succeeded!");
        return Action.noOutputs();
    }
}
