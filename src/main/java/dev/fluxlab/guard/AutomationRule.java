package dev.fluxlab.guard;

import dev.fluxlab.guard.Finding.Message;
import java.util.List;
import java.util.Optional;

/** An image automation writes below its own environment, and nobody else writes there. */
final class AutomationRule implements Rule {

    private static final String PATH = "/spec/update/path";

    @Override
    public void check(Fleet fleet, Findings findings) {
        List<Manifest> automations =
                fleet.all(Fleet.IMAGE, "ImageUpdateAutomation").toList();
        automations.forEach(automation -> inside(fleet, automation, findings));
        for (int i = 0; i < automations.size(); i++) {
            for (Manifest other : automations.subList(i + 1, automations.size())) {
                alone(automations.get(i), other, findings);
            }
        }
    }

    private static String path(Manifest automation) {
        return FleetBuilds.normal(automation.object().text("spec", "update", "path"));
    }

    private static void inside(Fleet fleet, Manifest automation, Findings findings) {
        Optional<Environment> own = automation.environment();
        if (own.isEmpty()) {
            return;
        }
        String path = path(automation);
        if (!Environment.ofPath(path).equals(own)) {
            findings.error(
                    RuleId.AUTOMATION_PATH,
                    automation.at(PATH),
                    new Message(
                            automation + " writes " + (path.isEmpty() ? "the whole repository" : path) + ", beyond "
                                    + own.get().word(),
                            "one run of the automation of " + own.get().word()
                                    + " can change what other environments run",
                            "set spec.update.path to the folder of " + own.get().word()));
        } else if (fleet.files().stream().noneMatch(file -> file.path().startsWith(path + "/"))) {
            findings.error(
                    RuleId.AUTOMATION_PATH,
                    automation.at(PATH),
                    new Message(
                            automation + " writes " + path + ", where there is no file",
                            "the automation runs, reports success and changes nothing",
                            "set spec.update.path to a folder with markers"));
        }
    }

    private static void alone(Manifest one, Manifest other, Findings findings) {
        boolean sameBranch = branch(one).equals(branch(other));
        boolean selected = one.object().at("spec", "policySelector").isPresent()
                && other.object().at("spec", "policySelector").isPresent();
        if (sameBranch && !selected && overlap(path(one), path(other))) {
            findings.warning(
                    RuleId.ONE_WRITER,
                    other.at(PATH),
                    new Message(
                            one + " (" + one.file() + ") and " + other + " both write "
                                    + (path(other).isEmpty() ? "the whole repository" : path(other)),
                            "two writers of one file race, and each push of one makes the other's fail",
                            "give each automation its own folder, or a policySelector of its own"));
        }
    }

    private static String branch(Manifest automation) {
        return automation.object().obj("spec", "sourceRef").text("name") + " "
                + automation.object().text("spec", "git", "push", "branch");
    }

    private static boolean overlap(String one, String other) {
        return (one + "/").startsWith(other.isEmpty() ? "" : other + "/")
                || (other + "/").startsWith(one.isEmpty() ? "" : one + "/");
    }
}
