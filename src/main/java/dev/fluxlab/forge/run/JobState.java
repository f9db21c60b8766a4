package dev.fluxlab.forge.run;

import dev.fluxlab.document.Obj;
import dev.fluxlab.forge.git.HostedRepository;
import dev.fluxlab.forge.workflow.Permissions;
import dev.fluxlab.registry.Credentials;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a running job has gathered: variables, outputs of its steps, logins. One thread writes it. */
final class JobState {

    private final HostedRepository repository;
    private final RunRecord run;
    private final Permissions permissions;
    private final Path root;
    private final JobLog log;
    private final Map<String, String> env = new LinkedHashMap<>();
    private final Map<String, Obj> steps = new LinkedHashMap<>();
    private final List<String> paths = new ArrayList<>();
    private final Map<String, Credentials> logins = new ConcurrentHashMap<>();
    private String token = "";
    private boolean failed;

    JobState(HostedRepository repository, RunRecord run, Permissions permissions, Path root, JobLog log) {
        this.repository = repository;
        this.run = run;
        this.permissions = permissions;
        this.root = root;
        this.log = log;
    }

    HostedRepository repository() {
        return repository;
    }

    RunRecord run() {
        return run;
    }

    Permissions permissions() {
        return permissions;
    }

    Path folder(String name) {
        return root.resolve(name);
    }

    Path workspace() {
        return root.resolve("work").resolve(repository.name().shortName());
    }

    JobLog log() {
        return log;
    }

    /** Variables set by the workflow, the job, and steps that wrote to GITHUB_ENV. */
    Map<String, String> env() {
        return env;
    }

    /** Folders that steps added to the PATH. */
    List<String> paths() {
        return paths;
    }

    Map<String, Obj> steps() {
        return steps;
    }

    /** Who the job has logged in as, by registry. */
    Map<String, Credentials> logins() {
        return logins;
    }

    String token() {
        return token;
    }

    void token(String issued) {
        token = issued;
    }

    boolean failed() {
        return failed;
    }

    void fail() {
        failed = true;
    }
}
