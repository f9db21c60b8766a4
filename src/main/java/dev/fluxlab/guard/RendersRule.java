package dev.fluxlab.guard;

import dev.fluxlab.guard.Finding.Message;

/** What does not render here fails in the cluster, for everything in the folder at once. */
final class RendersRule implements Rule {

    @Override
    public void check(Fleet fleet, Findings findings) {
        for (Build build : fleet.builds()) {
            build.problem()
                    .ifPresent(problem -> findings.error(
                            RuleId.RENDERS,
                            place(fleet, build),
                            new Message(
                                    (build.folder().isEmpty() ? "the root folder" : build.folder())
                                            + " does not render: " + problem,
                                    "Flux applies nothing of a folder that does not build, and keeps what was there",
                                    "run kubectl kustomize " + build.folder() + " and mend the first file it names")));
        }
    }

    private static Place place(Fleet fleet, Build build) {
        boolean missing = fleet.files().stream().noneMatch(file -> file.path().startsWith(build.folder() + "/"));
        return build.by()
                .filter(by -> missing)
                .map(by -> by.at("/spec/path"))
                .orElseGet(() -> new Place(fleet.kustomization(build.folder()), 1));
    }
}
