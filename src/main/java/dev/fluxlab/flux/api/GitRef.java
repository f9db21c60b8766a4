package dev.fluxlab.flux.api;

/** The commit to fetch: commit, name, tag, semver and branch count in that order. */
public record GitRef(String branch, String tag, String semver, String name, String commit) {

    public static final GitRef NONE = new GitRef("", "", "", "", "");

    public GitRef {
        branch = Absent.text(branch);
        tag = Absent.text(tag);
        semver = Absent.text(semver);
        name = Absent.text(name);
        commit = Absent.text(commit);
    }
}
