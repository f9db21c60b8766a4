package dev.fluxlab.forge.run;

import dev.fluxlab.document.Obj;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The actions that workflows may use, by name; the version behind the @ is not looked at. */
final class Actions {

    private final Map<String, Action> known;

    Actions(RunnerSettings settings, ReleaseStore releases) {
        known = Map.of(
                "actions/checkout", new CheckoutAction(settings.forge()),
                "docker/login-action", new LoginAction(),
                "docker/setup-buildx-action", new Nothing(),
                "docker/build-push-action", new BuildPushAction(settings.time()),
                "softprops/action-gh-release", new ReleaseAction(releases));
    }

    Action get(Action.Call call) throws StepFailed {
        String name = call.step().uses().replaceFirst("@.*", "");
        return Optional.ofNullable(known.get(name))
                .orElseThrow(() -> new StepFailed(
                        call.step().place() + ": the action \"" + call.step().uses()
                                + "\" is not supported; supported are "
                                + String.join(", ", new java.util.TreeSet<>(known.keySet()))));
    }

    /** Prepares a builder that is not needed here. */
    private static final class Nothing implements Action {
        @Override
        public Set<String> inputs() {
            return Set.of("driver", "version", "install", "platforms");
        }

        @Override
        public Obj run(Call call) {
            return Action.noOutputs();
        }
    }
}
