package dev.fluxlab.kube.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInMessagesTest {

    private static final String DEPLOYMENT =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: a}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - {name: web, image: "web:1", ports: [{containerPort: 80}]}
            """;
    private static final String SERVICE =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: a}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            """;
    private static final String CRON_JOB =
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: nightly, namespace: a}
            spec:
              schedule: "0 3 * * *"
              jobTemplate:
                spec:
                  template:
                    spec:
                      restartPolicy: Never
                      containers: [{name: c, image: "job:1"}]
            """;

    private final TypeCatalog catalog = TypeCatalog.builtIn();

    private static Obj yaml(String text) {
        return (Obj) YamlText.read(text);
    }

    private List<String> created(Obj object) {
        ResourceType type = catalog.ofKind(GroupVersionKind.of(object)).orElseThrow();
        Obj made = type.rules().preparedForCreate(type.decode(object).object(), new Network());
        return type.rules().violations(made).stream().map(Violation::toString).toList();
    }

    private List<String> updated(Obj object, Obj old) {
        ResourceType type = catalog.ofKind(GroupVersionKind.of(object)).orElseThrow();
        Obj before = type.rules().preparedForCreate(type.decode(old).object(), new Network());
        Obj after = type.rules().preparedForUpdate(type.decode(object).object(), before, new Network());
        return type.rules().violationsOfUpdate(after, before).stream()
                .map(Violation::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create/deployment-invalid"})
    void a_recorded_refusal_is_repeated(String name) {
        Golden golden = Golden.named(name);
        Obj object = golden.requestBody().withObj("metadata", meta -> meta.with("namespace", "rec"));
        assertThat(created(object))
                .isEqualTo(golden.causes().stream()
                        .map(cause -> cause.text("field") + ": " + cause.text("message"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {DEPLOYMENT, SERVICE, CRON_JOB})
    void a_sound_object_passes(String text) {
        assertThat(created(yaml(text))).isEmpty();
        assertThat(updated(yaml(text), yaml(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            replicas: 1 | replicas: -1 | spec.replicas: Invalid value: -1: must be greater than or equal to 0
            image: "web:1", | | spec.template.spec.containers[0].image: Required value
            {name: web, image | {name: Web_1, image | spec.template.spec.containers[0].name: Invalid value: "Web_1": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')
            containerPort: 80 | containerPort: 99999 | spec.template.spec.containers[0].ports[0].containerPort: Invalid value: 99999: must be between 1 and 65535, inclusive
            containerPort: 80 | containerPort: 80, protocol: FTP | spec.template.spec.containers[0].ports[0].protocol: Unsupported value: "FTP": supported values: "SCTP", "TCP", "UDP"
            image: "web:1" | image: "web:1", imagePullPolicy: Sometimes | spec.template.spec.containers[0].imagePullPolicy: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never"
            image: "web:1" | image: "web:1", volumeMounts: [{name: gone, mountPath: /x}] | spec.template.spec.containers[0].volumeMounts[0].name: Not found: "gone"
            image: "web:1" | image: "web:1", resources: {limits: {cpu: 1}, requests: {cpu: 2}} | spec.template.spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1
            image: "web:1" | image: "web:1", livenessProbe: {periodSeconds: 5} | spec.template.spec.containers[0].livenessProbe: Required value: must specify a handler type
            image: "web:1" | image: "web:1", env: [{value: x}] | spec.template.spec.containers[0].env[0].name: Required value
            replicas: 1 | strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}} | spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when `maxSurge` is 0
            replicas: 1 | strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}} | spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'
            replicas: 1 | progressDeadlineSeconds: 5, minReadySeconds: 5 | spec.progressDeadlineSeconds: Invalid value: 5: must be greater than minReadySeconds
            {name: web, namespace | {name: web, labels: {a: "b c"}, namespace | metadata.labels: Invalid value: "b c": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')
            {name: web, namespace | {name: Web, namespace | metadata.name: Invalid value: "Web": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')
            """)
    void a_deployment_is_refused_in_the_real_servers_words(String from, String to, String message) {
        String text = DEPLOYMENT.replace(from, to == null ? "" : to.replace(", minReady", "\n  minReady"));
        assertThat(created(yaml(text))).containsExactly(message.replace("\\\\", "\\"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ports: [{port: 80}] | ports: [] | spec.ports: Required value
            port: 80 | port: 0 | spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive
            [{port: 80}] | [{port: 80, name: a}, {port: 81, name: a}] | spec.ports[1].name: Duplicate value: "a"
            port: 80 | port: 80, nodePort: 30000 | spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'
            selector: | type: Odd, selector: | spec.type: Unsupported value: "Odd": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"
            selector: | type: ExternalName, selector: | spec.externalName: Required value
            """)
    void a_service_is_refused_in_the_real_servers_words(String from, String to, String message) {
        String broken = SERVICE.replace(from, to);
        assertThat(created(yaml(broken.replace("port: 0}", "port: 0, targetPort: 1}"))))
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0 3 * * * | 0 3 * * | spec.schedule: Invalid value: "0 3 * *": expected exactly 5 fields, found 4: [0 3 * *]
            0 3 * * * | 0 25 * * * | spec.schedule: Invalid value: "0 25 * * *": end of range (25) above maximum (23): 25
            restartPolicy: Never | restartPolicy: Always | spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"
            """)
    void a_schedule_is_refused_in_the_real_servers_words(String from, String to, String message) {
        assertThat(created(yaml(CRON_JOB.replace(from, to)))).containsExactly(message);
    }

    @Test
    void a_deployments_selector_is_immutable() {
        assertThat(updated(yaml(DEPLOYMENT.replace("{app: web}", "{app: other}")), yaml(DEPLOYMENT)))
                .containsExactly(
                        "spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"other\"}}: field is immutable");
    }

    @Test
    void annotations_move_a_deployments_generation_and_labels_do_not() {
        ResourceType type = catalog.find("apps", "v1", "deployments").orElseThrow();
        Obj old = type.rules().preparedForCreate(type.decode(yaml(DEPLOYMENT)).object(), new Network());
        Obj annotated = old.withObj("metadata", meta -> meta.with("annotations", Obj.of("a", "b")));
        Obj labelled = old.withObj("metadata", meta -> meta.with("labels", Obj.of("a", "b")));
        assertThat(type.rules().preparedForUpdate(annotated, old, new Network()).at("metadata", "generation"))
                .contains(Json.number(2));
        assertThat(type.rules().preparedForUpdate(labelled, old, new Network()).at("metadata", "generation"))
                .contains(Json.number(1));
    }

    @Test
    void a_selector_that_cannot_be_read_is_not_held_against_the_template() {
        String broken = DEPLOYMENT.replace(
                "{app: web}}\n  template", "{app: web}, matchExpressions: [{key: a, operator: In}]}\n  template");
        assertThat(created(yaml(broken)))
                .hasSize(2)
                .startsWith("spec.selector.matchExpressions[0].values: Required value: must be specified when"
                        + " `operator` is 'In' or 'NotIn'")
                .last()
                .asString()
                .startsWith("spec.selector: Invalid value: {\"match")
                .endsWith(": invalid label selector");
    }

    @Test
    void a_scale_below_zero_is_refused() {
        Scaling scaling = catalog.find("apps", "v1", "deployments")
                .orElseThrow()
                .scaling()
                .orElseThrow();
        Obj scale = scaling.scaleOf(yaml(DEPLOYMENT)).with("spec", Obj.of("replicas", Json.number(-1)));
        assertThat(scaling.violations(scale))
                .extracting(Violation::toString)
                .containsExactly("spec.replicas: Invalid value: -1: must be greater than or equal to 0");
    }

    @Test
    void a_configmap_marked_immutable_keeps_its_data() {
        Obj old = yaml(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: a}, immutable: true, data: {k: v}}");
        Obj changed = old.with("data", Obj.of("k", "w"));
        assertThat(updated(changed, old))
                .containsExactly("data: Forbidden: field is immutable when `immutable` is set");
    }

    @Test
    void metadata_of_an_update_is_complained_about_twice_as_the_real_server_does() {
        Golden golden = Golden.named("delete/finalizer-add-while");
        Obj old = yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: p1, namespace: rec, deletionTimestamp:"
                + " \"2026-11-21T05:19:00Z\", finalizers: [rec.example.com/f]}}");
        Obj changed = old.withObj(
                "metadata",
                meta -> meta.with(
                        "finalizers",
                        golden.requestBody().at("metadata", "finalizers").orElseThrow()));
        assertThat(updated(changed, old))
                .isEqualTo(golden.causes().stream()
                        .map(cause -> cause.text("field") + ": " + cause.text("message"))
                        .toList());
    }

    @Test
    void a_bindings_role_cannot_change() {
        Obj old =
                yaml("{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: a, namespace: a},"
                        + " roleRef: {kind: Role, name: one}, subjects: [{kind: User, name: eve}]}");
        Obj changed = old.withObj("roleRef", reference -> reference.with("name", "two"));
        assertThat(updated(changed, old))
                .singleElement()
                .asString()
                .startsWith("roleRef: Invalid value: ")
                .endsWith(": cannot change roleRef");
    }

    private static final class Network implements Allocations {
        @Override
        public Optional<String> clusterIp(Optional<String> wanted) {
            return wanted.isPresent() ? wanted : Optional.of("10.0.0.9");
        }

        @Override
        public Optional<Integer> nodePort(Optional<Integer> wanted) {
            return wanted.isPresent() ? wanted : Optional.of(30_001);
        }
    }
}
