package dev.fluxlab.flux.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Obj;
import dev.fluxlab.flux.api.Alert;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRuleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: Kustomization, name: apps} | true",
                "{kind: Kustomization, name: '*'} | true",
                "{kind: Kustomization, name: other} | false",
                "{kind: GitRepository, name: '*'} | false",
                "{kind: Kustomization, name: '*', namespace: elsewhere} | false",
                "{kind: Kustomization, name: '*', matchLabels: {team: lab}} | true",
                "{kind: Kustomization, name: '*', matchLabels: {team: shop}} | false",
            })
    void a_source_is_kind_name_namespace_and_labels(String source, boolean concerns) {
        assertThat(rule("eventSources: [" + source + "]").concerns(event("info", "m")))
                .isEqualTo(concerns);
    }

    @Test
    void severity_error_lets_only_errors_through() {
        AlertRule rule = rule("eventSeverity: error, eventSources: [{kind: Kustomization, name: '*'}]");
        assertThat(rule.passes(event("info", "m"))).isFalse();
        assertThat(rule.passes(event("error", "m"))).isTrue();
    }

    @Test
    void exclusion_wins_over_inclusion() {
        AlertRule rule = rule("inclusionList: ['web'], exclusionList: ['configured$'], eventSources: []");
        assertThat(rule.passes(event("info", "Deployment/apps/web created"))).isTrue();
        assertThat(rule.passes(event("info", "Deployment/apps/web configured"))).isFalse();
        assertThat(rule.passes(event("info", "Deployment/apps/api created"))).isFalse();
    }

    @Test
    void a_pattern_that_is_none_is_told_by_list() {
        assertThat(rule("exclusionList: ['('], eventSources: []").broken())
                .extracting(AlertRule.Broken::message)
                .containsExactly("failed to compile exclusion regex: (");
    }

    @Test
    void a_suspended_alert_concerns_nothing() {
        assertThat(rule("suspend: true, eventSources: [{kind: Kustomization, name: '*'}]")
                        .concerns(event("info", "m")))
                .isFalse();
    }

    private static AlertRule rule(String spec) {
        Alert alert = new KubernetesSerialization()
                .unmarshal(
                        "apiVersion: notification.toolkit.fluxcd.io/v1beta3\nkind: Alert\n"
                                + "metadata: {name: a, namespace: flux-system}\nspec: {providerRef: {name: p}, " + spec
                                + "}\n",
                        Alert.class);
        return new AlertRule(alert, event -> Map.of("team", "lab"));
    }

    private static Event event(String severity, String message) {
        Obj object = Obj.of("kind", "Kustomization")
                .with("namespace", "flux-system")
                .with("name", "apps")
                .with("apiVersion", "kustomize.toolkit.fluxcd.io/v1");
        return new Event(
                Obj.of("involvedObject", object).with("severity", severity).with("message", message));
    }
}
