package dev.fluxlab.flux.kustomization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Obj;
import dev.fluxlab.document.YamlText;
import org.junit.jupiter.api.Test;

class TypedTest {

    @Test
    void a_deployment_has_its_empty_structs_and_protocols() {
        Obj typed = typed(
                """
                apiVersion: apps/v1
                kind: Deployment
                spec: {template: {spec: {containers: [{name: c, ports: [{containerPort: 80}]}]}}}
                """);
        assertThat(typed)
                .isEqualTo(
                        read(
                                """
                        apiVersion: apps/v1
                        kind: Deployment
                        spec:
                          strategy: {}
                          template:
                            spec:
                              containers: [{name: c, resources: {}, ports: [{containerPort: 80, protocol: TCP}]}]
                        """));
    }

    @Test
    void what_git_says_stays() {
        String own =
                """
                apiVersion: apps/v1
                kind: Deployment
                spec:
                  strategy: {type: Recreate}
                  template: {spec: {containers: [{name: c, resources: {limits: {cpu: 1}}, ports: [{containerPort: 53, protocol: UDP}]}]}}
                """;
        assertThat(typed(own)).isEqualTo(read(own));
    }

    @Test
    void texts_of_a_secret_are_encoded() {
        assertThat(typed("{apiVersion: v1, kind: Secret, stringData: {a: b}, data: {c: ZA==}}"))
                .isEqualTo(read("{apiVersion: v1, kind: Secret, data: {c: ZA==, a: Yg==}}"));
    }

    @Test
    void other_kinds_are_left_as_they_are() {
        String own = "{apiVersion: v1, kind: ConfigMap, data: {a: b}}";
        assertThat(typed(own)).isEqualTo(read(own));
    }

    private static Obj typed(String yaml) {
        return Typed.of(read(yaml));
    }

    private static Obj read(String yaml) {
        return YamlText.read(yaml).obj();
    }
}
