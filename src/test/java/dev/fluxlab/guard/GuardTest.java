package dev.fluxlab.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each guardrail holds on the sound fleet, and is broken alone by a change of it. */
final class GuardTest {

    private static final String POLICY = "flux/apps/production/policy.yaml";
    private static final String APP = "flux/apps/production/kustomization.yaml";
    private static final String AUTOMATION = "flux/apps/production/automation.yaml";
    private static final String APPLY = "flux/system/apps-production.yaml";
    private static final String IMAGES = "flux/system/images.yaml";
    private static final String PROMOTION = ".github/workflows/promote-production.yml";
    private static final String PATTERN = "^production-v[0-9]+\\.[0-9]+\\.[0-9]+-[a-f0-9]+-(?P<ts>[0-9]+)$";

    @TempDir
    private Path root;

    private SmallFleet fleet;

    @BeforeEach
    void sound() {
        fleet = new SmallFleet(root);
    }

    @Test
    void every_guardrail_holds_on_a_sound_fleet() {
        assertThat(fleet.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "production-v[0-9]+\\.[0-9]+\\.[0-9]+-[a-f0-9]+-(?P<ts>[0-9]+)$",
                "^(production|staging)-v[0-9]+\\.[0-9]+\\.[0-9]+-[a-f0-9]+-(?P<ts>[0-9]+)$",
                "^staging-v[0-9]+-(?P<ts>[0-9]+)$",
                "(?P<ts>[0-9]+)$",
            })
    void a_policy_that_admits_other_tags_is_stopped_with_a_tag(String pattern) {
        fleet.change(POLICY, PATTERN, pattern);
        Finding finding = only(RuleId.POLICY_LANGUAGE, Severity.ERROR, POLICY + ":8");
        String tag =
                finding.message().what().replaceFirst(".*production-\\*: ", "").split(",", -1)[0];
        assertThat(TagLanguage.of(pattern).contains(tag)).isTrue();
        assertThat(tag).doesNotStartWith("production-");
    }

    @Test
    void a_policy_without_filter_admits_everything() {
        fleet.change(POLICY, "  filterTags:\n    pattern: '" + PATTERN + "'\n    extract: $ts\n", "");
        assertThat(rules()).contains(RuleId.POLICY_LANGUAGE);
        assertThat(fleet.findings().get(0).message().what()).contains("latest");
    }

    @Test
    void a_policy_that_is_loose_within_production_is_warned_of() {
        fleet.change(POLICY, PATTERN, "^production-v1.4.*-(?P<ts>[0-9]+)$");
        only(RuleId.POLICY_LANGUAGE, Severity.WARNING, POLICY + ":8");
    }

    @Test
    void a_pattern_that_cannot_be_judged_is_no_pass() {
        fleet.change(POLICY, PATTERN, "^production-\\bv(?P<ts>[0-9]+)$");
        assertThat(rules()).contains(RuleId.POLICY_LANGUAGE);
        fleet.change(POLICY, "^production-\\bv", "^production-" + "v".repeat(10_001));
        assertThat(rules()).contains(RuleId.POLICY_LANGUAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "extract: $ts|extract: $timestamp|ERROR|9",
                "order: asc|order: desc|ERROR|11",
                "numerical: {order: asc}|alphabetical: {order: asc}|WARNING|11",
            })
    void a_policy_that_orders_otherwise_is_reported(String old, String changed, Severity severity, int line) {
        fleet.change(POLICY, old, changed);
        only(RuleId.POLICY_ORDER, severity, POLICY + ":" + line);
    }

    @Test
    void a_pinned_policy_names_its_incident_and_its_end() {
        fleet.change(POLICY, PATTERN, "^production-v1\\.0\\.0-abc1234-(?P<ts>1738860000)$");
        only(RuleId.POLICY_PIN, Severity.ERROR, POLICY + ":8");
        annotate(POLICY, "fluxlab.io/incident: INC-7, fluxlab.io/pinned-until: '2026-07-31'");
        assertThat(only(RuleId.POLICY_PIN, Severity.ERROR, POLICY + ":9")
                        .message()
                        .what())
                .contains("2026-07-31");
        fleet.change(POLICY, "2026-07-31", "2026-08-01");
        assertThat(fleet.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "production", "main"})
    void an_image_by_a_tag_that_moves_is_stopped(String tag) {
        fleet.change(APP, "production-v1.0.0-abc1234-1738860000", tag);
        assertThat(only(RuleId.MUTABLE_IMAGE, Severity.ERROR, APP + ":6")
                        .message()
                        .what())
                .contains("registry.lab/backend:" + tag);
    }

    @Test
    void an_image_without_tag_is_stopped_and_one_by_digest_is_not() {
        fleet.write(
                "flux/apps/production/job.yaml",
                """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: job}
                spec: {template: {spec: {containers: [{name: a, image: 'registry.lab:5000/tool'}]}}}
                """);
        fleet.change(APP, "automation.yaml]", "automation.yaml, job.yaml]");
        only(RuleId.MUTABLE_IMAGE, Severity.ERROR, "flux/apps/production/job.yaml:4");
        fleet.change("flux/apps/production/job.yaml", "5000/tool", "5000/tool@sha256:" + "ab".repeat(32));
        assertThat(fleet.findings()).isEmpty();
    }

    @Test
    void a_marker_of_another_environment_is_stopped() {
        fleet.change(APP, "\"production:backend:tag\"", "\"staging:backend:tag\"");
        assertThat(only(RuleId.MARKER, Severity.ERROR, APP + ":6").message().what())
                .isEqualTo("a marker in production names the policy staging:backend of staging");
    }

    @ParameterizedTest
    @ValueSource(strings = {"production:backnd:tag", "producton:backend:tag"})
    void a_marker_of_a_policy_that_does_not_exist_is_stopped(String marker) {
        fleet.change(APP, "production:backend:tag", marker);
        assertThat(only(RuleId.MARKER, Severity.ERROR, APP + ":6").message().next())
                .contains("production:backend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"$imagepolicy\": \"production:backend:tag\"", "{\"$imagepolicy\": \"backend\"}"})
    void a_marker_that_cannot_be_read_is_stopped(String marker) {
        fleet.change(APP, "{\"$imagepolicy\": \"production:backend:tag\"}", marker);
        only(RuleId.MARKER, Severity.ERROR, APP + ":6");
    }

    @Test
    void a_marker_that_nothing_writes_is_warned_of() {
        fleet.change(AUTOMATION, "metadata:\n", "metadata:\n  labels: {x: z}\n");
        fleet.change(AUTOMATION, "kind: ImageUpdateAutomation", "kind: Other");
        only(RuleId.MARKER, Severity.WARNING, APP + ":6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"./flux/apps/staging", "./flux/apps", ".", "./flux/apps/production/../staging"})
    void an_automation_that_writes_beyond_its_environment_is_stopped(String path) {
        fleet.change(AUTOMATION, "./flux/apps/production", path);
        assertThat(fleet.findings().stream().filter(finding -> finding.severity() == Severity.ERROR))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(RuleId.AUTOMATION_PATH);
                    assertThat(finding.place()).hasToString(AUTOMATION + ":8");
                });
    }

    @Test
    void an_automation_that_writes_where_nothing_is_is_stopped() {
        fleet.change(AUTOMATION, "./flux/apps/production", "./flux/services/production");
        assertThat(rules()).contains(RuleId.AUTOMATION_PATH);
    }

    @Test
    void two_automations_of_one_folder_are_warned_of() {
        fleet.change(APP, "automation.yaml]", "automation.yaml, second.yaml]");
        fleet.write(
                "flux/apps/production/second.yaml",
                """
                apiVersion: image.toolkit.fluxcd.io/v1
                kind: ImageUpdateAutomation
                metadata: {name: second}
                spec:
                  sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
                  git: {push: {branch: main}}
                  update: {path: ./flux/apps/production}
                """);
        only(RuleId.ONE_WRITER, Severity.WARNING, "flux/apps/production/second.yaml:7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: docker build -t x .",
                "run: docker buildx build --push .",
                "uses: docker/build-push-action@v6",
                "run: mvn -B package",
                "run: ko build ./cmd",
            })
    void a_promotion_that_builds_is_stopped(String step) {
        fleet.change(PROMOTION, "    - run: crane", "    - " + step + "\n    - run: crane");
        only(RuleId.NO_REBUILD, Severity.ERROR, PROMOTION + ":6");
    }

    @Test
    void a_workflow_that_does_not_promote_may_build() {
        fleet.write(".github/workflows/build-main.yml", "jobs: {build: {steps: [{run: docker build .}]}}\n");
        assertThat(fleet.findings()).isEmpty();
    }

    @Test
    void a_folder_that_does_not_render_is_stopped() {
        fleet.change(APP, "../base, ", "../base, missing.yaml, ");
        assertThat(only(RuleId.RENDERS, Severity.ERROR, APP + ":1").message().what())
                .contains("flux/apps/production/missing.yaml: no such file or directory");
    }

    @Test
    void a_variable_that_is_not_set_is_stopped() {
        fleet.change("flux/apps/base/deployment.yaml", "name: backend}", "name: backend, labels: {v: '${nope}'}}");
        assertThat(fleet.findings())
                .as("without variables nothing is substituted")
                .isEmpty();
        fleet.change(APPLY, "  prune: true\n", "  prune: true\n  postBuild: {substitute: {other: x}}\n");
        assertThat(only(RuleId.RENDERS, Severity.ERROR, APP + ":1").message().what())
                .contains("variable not set (strict mode): \"nope\"");
    }

    @Test
    void what_is_suspended_names_its_incident_and_its_end() {
        fleet.change(APPLY, "  prune: true\n", "  prune: true\n  suspend: true\n");
        only(RuleId.SUSPENSION, Severity.ERROR, APPLY + ":8");
        fleet.change(
                APPLY,
                "namespace: flux-system}\nspec",
                "namespace: flux-system, annotations: {fluxlab.io/incident:"
                        + " INC-1, fluxlab.io/suspend-until: '2026-08-02T00:00:00Z'}}\nspec");
        assertThat(fleet.findings()).isEmpty();
        fleet.change(APPLY, "2026-08-02T00:00:00Z", "2026-08-01T11:59:59Z");
        only(RuleId.SUSPENSION, Severity.ERROR, APPLY + ":8");
        fleet.change(APPLY, "2026-08-01T11:59:59Z", "soon");
        only(RuleId.SUSPENSION, Severity.ERROR, APPLY + ":8");
    }

    @Test
    void a_kustomization_that_applies_another_environment_is_stopped() {
        fleet.change(APPLY, "./flux/apps/production", "./flux/apps/staging");
        only(RuleId.KUSTOMIZATION_PATH, Severity.ERROR, APPLY + ":6");
    }

    @Test
    void force_in_production_is_stopped_and_elsewhere_is_not() {
        fleet.change("flux/system/apps-develop.yaml", "  prune: true\n", "  prune: true\n  force: true\n");
        assertThat(fleet.findings()).isEmpty();
        fleet.change(APPLY, "  prune: true\n", "  prune: true\n  force: true\n");
        only(RuleId.NO_FORCE, Severity.ERROR, APPLY + ":8");
    }

    @ParameterizedTest
    @CsvSource({"wait: true,wait: false,5", "timeout: 1m,timeout: 15m,9"})
    void production_that_does_not_notice_a_bad_release_is_warned_of(String old, String changed, int line) {
        fleet.change(APPLY, old, changed);
        only(RuleId.FAST_FAILURE, Severity.WARNING, APPLY + ":" + line);
    }

    @Test
    void an_environment_that_waits_for_another_is_stopped() {
        fleet.change(APPLY, "  prune: true\n", "  prune: true\n  dependsOn: [{name: apps-staging}]\n");
        only(RuleId.DEPENDENCIES, Severity.ERROR, APPLY + ":8");
    }

    @Test
    void a_circle_of_dependencies_is_stopped() {
        fleet.change(APPLY, "  prune: true\n", "  prune: true\n  dependsOn: [{name: apps-production}]\n");
        only(RuleId.DEPENDENCIES, Severity.ERROR, APPLY + ":8");
    }

    @ParameterizedTest
    @CsvSource({"'  interval: 1m','  interval: 10s',6", "{interval: 1m,{interval: 1h30m,15"})
    void an_interval_that_misbehaves_is_warned_of(String old, String changed, int line) {
        fleet.change(IMAGES, old, changed);
        only(RuleId.INTERVALS, Severity.WARNING, IMAGES + ":" + line);
    }

    @Test
    void replicas_beside_an_autoscaler_are_warned_of() {
        fleet.write(
                "flux/apps/production/hpa.yaml",
                """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: backend}
                spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: backend}}
                """);
        fleet.change(APP, "automation.yaml]", "automation.yaml, hpa.yaml]");
        assertThat(fleet.findings()).isEmpty();
        fleet.change("flux/apps/base/deployment.yaml", "spec:\n  template", "spec:\n  replicas: 2\n  template");
        only(RuleId.REPLICAS, Severity.WARNING, "flux/apps/base/deployment.yaml:5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- matchLabels: {environment: production}|- matchLabels: {}|ERROR|10",
                "environment: production|environment: prod|ERROR|10",
                "^sha256-.*$|sha256|WARNING|7",
            })
    void a_repository_that_is_open_to_all_or_to_none_is_reported(
            String old, String changed, Severity severity, int line) {
        fleet.change(IMAGES, old, changed);
        only(RuleId.REGISTRY_ACCESS, severity, IMAGES + ":" + line);
    }

    @Test
    void a_repository_that_lets_nobody_in_is_stopped() {
        fleet.change(
                IMAGES, "  accessFrom:\n    namespaceSelectors:\n    - matchLabels: {environment: production}\n", "");
        assertThat(rules()).containsOnly(RuleId.REGISTRY_ACCESS);
    }

    @Test
    void files_that_are_no_yaml_or_no_text_do_not_stop_the_guard() {
        fleet.write("notes/broken.yaml", "a: [\n");
        fleet.write("notes/marks.yaml", "# {\n");
        assertThat(fleet.findings()).isEmpty();
    }

    private void annotate(String path, String annotations) {
        fleet.change(path, "  name: backend\n", "  name: backend\n  annotations: {" + annotations + "}\n");
    }

    private List<RuleId> rules() {
        return fleet.findings().stream().map(Finding::rule).distinct().toList();
    }

    private Finding only(RuleId rule, Severity severity, String place) {
        List<Finding> findings = fleet.findings();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.place()).hasToString(place);
        });
        return findings.get(0);
    }
}
