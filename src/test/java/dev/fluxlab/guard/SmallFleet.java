package dev.fluxlab.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A sound fleet of one app in three environments, to be broken in one place by a test. */
final class SmallFleet {

    static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");

    private final Path root;

    SmallFleet(Path root) {
        this.root = root;
        write(
                "flux/system/namespaces.yaml",
                """
                apiVersion: v1
                kind: Namespace
                metadata: {name: develop, labels: {environment: develop}}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: staging, labels: {environment: staging}}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: production, labels: {environment: production}}
                """);
        write(
                "flux/system/images.yaml",
                """
                apiVersion: image.toolkit.fluxcd.io/v1
                kind: ImageRepository
                metadata: {name: backend, namespace: flux-system}
                spec:
                  image: registry.lab/backend
                  interval: 1m
                  exclusionList: ['^sha256-.*$']
                  accessFrom:
                    namespaceSelectors:
                    - matchLabels: {environment: production}
                ---
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: flux-system, namespace: flux-system}
                spec: {interval: 1m, url: 'http://forge/fleet.git'}
                """);
        write("flux/apps/base/kustomization.yaml", "resources: [deployment.yaml]\n");
        write(
                "flux/apps/base/deployment.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: backend}
                spec:
                  template:
                    spec:
                      containers:
                      - {name: backend, image: backend}
                """);
        List.of("develop", "staging", "production").forEach(this::environment);
        write(
                ".github/workflows/promote-production.yml",
                """
                on: workflow_dispatch
                jobs:
                  promote:
                    steps:
                    # docker build has no place here
                    - run: crane tag registry.lab/backend@$DIGEST production-v$VERSION
                """);
    }

    private void environment(String name) {
        write(
                "flux/system/apps-" + name + ".yaml",
                """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: apps-ENV, namespace: flux-system}
                spec:
                  interval: 10m
                  path: ./flux/apps/ENV
                  prune: true
                  wait: true
                  timeout: 1m
                  sourceRef: {kind: GitRepository, name: flux-system}
                """
                        .replace("ENV", name));
        write(
                "flux/apps/" + name + "/kustomization.yaml",
                """
                namespace: ENV
                resources: [../base, policy.yaml, automation.yaml]
                images:
                - name: backend
                  newName: registry.lab/backend
                  newTag: ENV-v1.0.0-abc1234-1738860000 # {"$imagepolicy": "ENV:backend:tag"}
                """
                        .replace("ENV", name));
        write(
                "flux/apps/" + name + "/policy.yaml",
                """
                apiVersion: image.toolkit.fluxcd.io/v1
                kind: ImagePolicy
                metadata:
                  name: backend
                spec:
                  imageRepositoryRef: {name: backend, namespace: flux-system}
                  filterTags:
                    pattern: '^ENV-v[0-9]+\\.[0-9]+\\.[0-9]+-[a-f0-9]+-(?P<ts>[0-9]+)$'
                    extract: $ts
                  policy:
                    numerical: {order: asc}
                """
                        .replace("ENV", name));
        write(
                "flux/apps/" + name + "/automation.yaml",
                """
                apiVersion: image.toolkit.fluxcd.io/v1
                kind: ImageUpdateAutomation
                metadata:
                  name: backend
                spec:
                  sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
                  git: {push: {branch: main}}
                  update: {path: ./flux/apps/ENV, strategy: Setters}
                """
                        .replace("ENV", name));
    }

    void write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text of a file, which must be there. */
    void change(String path, String old, String changed) {
        try {
            String text = Files.readString(root.resolve(path));
            if (!text.contains(old)) {
                throw new IllegalArgumentException(path + " holds no " + old);
            }
            write(path, text.replace(old, changed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Finding> findings() {
        try {
            return new Guard(InstantSource.fixed(NOW)).over(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
