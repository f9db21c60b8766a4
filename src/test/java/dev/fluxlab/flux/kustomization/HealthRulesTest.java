package dev.fluxlab.flux.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.YamlText;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthRulesTest {

    private static final String ROLLED_OUT =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {generation: 2}
            spec: {replicas: 2, progressDeadlineSeconds: 600}
            status:
              observedGeneration: 2
              replicas: 2
              updatedReplicas: 2
              readyReplicas: 2
              availableReplicas: 2
              conditions:
              - {type: Available, status: "True"}
              - {type: Progressing, status: "True", reason: NewReplicaSetAvailable}
            """;

    @Test
    void a_deployment_that_is_rolled_out_is_current() {
        assertThat(health(ROLLED_OUT)).isEqualTo(Health.CURRENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "observedGeneration: 2 | observedGeneration: 1 | IN_PROGRESS",
                "updatedReplicas: 2 | updatedReplicas: 1 | IN_PROGRESS",
                "replicas: 2 | replicas: 3 | IN_PROGRESS",
                "availableReplicas: 2 | availableReplicas: 1 | IN_PROGRESS",
                "NewReplicaSetAvailable | ReplicaSetUpdated | IN_PROGRESS",
                "NewReplicaSetAvailable | ProgressDeadlineExceeded | FAILED",
                "generation: 2} | generation: 2, deletionTimestamp: now} | TERMINATING",
            })
    void a_deployment_that_lacks_something_is_not(String said, String instead, Health health) {
        assertThat(health(ROLLED_OUT.replaceFirst(said.replace("}", "\\}"), instead)))
                .isEqualTo(health);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{apiVersion: v1, kind: ConfigMap} | CURRENT",
                "{apiVersion: v1, kind: PersistentVolumeClaim, status: {phase: Pending}} | IN_PROGRESS",
                "{apiVersion: v1, kind: Pod, status: {phase: Failed}} | CURRENT",
                "{apiVersion: v1, kind: Pod, status: {phase: Pending}} | IN_PROGRESS",
                "{apiVersion: batch/v1, kind: Job, status: {conditions: [{type: Failed, status: 'True'}]}} | FAILED",
                "{apiVersion: batch/v1, kind: Job, spec: {suspend: true}} | CURRENT",
                "{apiVersion: x/v1, kind: X, status: {conditions: [{type: Ready, status: 'False'}]}} | IN_PROGRESS",
                "{apiVersion: x/v1, kind: X, status: {conditions: [{type: Stalled, status: 'True'}]}} | FAILED",
                "{apiVersion: x/v1, kind: X, status: {conditions: [{type: Reconciling, status: 'True'}]}} | IN_PROGRESS",
                "{apiVersion: x/v1, kind: X, metadata: {generation: 1}, status: {observedGeneration: -1}} | IN_PROGRESS",
            })
    void other_kinds_have_their_own_rules(String object, Health health) {
        assertThat(health(object)).isEqualTo(health);
    }

    @Test
    void a_running_pod_that_crashes_has_failed() {
        assertThat(
                        health(
                                """
                                apiVersion: v1
                                kind: Pod
                                status:
                                  phase: Running
                                  containerStatuses:
                                  - state: {waiting: {reason: CrashLoopBackOff}}
                                """))
                .isEqualTo(Health.FAILED);
    }

    private static Health health(String yaml) {
        return new HealthRules(Instant.EPOCH).of(YamlText.read(yaml).obj());
    }
}
