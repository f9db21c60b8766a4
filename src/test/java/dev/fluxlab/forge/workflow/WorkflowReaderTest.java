package dev.fluxlab.forge.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkflowReaderTest {

    private static final String SOUND =
            """
            name: Build
            on:
              push:
                branches: [main, 'release/**', '!release/old']
                tags: ['v*']
                paths: ['src/**']
              workflow_dispatch:
                inputs:
                  tag: {type: string, required: true}
                  level: {type: choice, options: [low, high]}
                  dry: {type: boolean, default: false}
            permissions: {contents: write}
            jobs:
              second:
                needs: first
                runs-on: ubuntu-latest
                steps:
                  - run: echo two
              first:
                runs-on: ubuntu-latest
                permissions: read-all
                steps:
                  - uses: actions/checkout@v4
            """;

    @Test
    void a_sound_file_is_read_with_its_jobs_in_order() {
        Workflow workflow = read(SOUND);
        assertThat(workflow.name()).isEqualTo("Build");
        assertThat(workflow.jobs()).extracting(Job::id).containsExactly("first", "second");
        assertThat(workflow.jobs().get(0).permissions().writeContents()).isFalse();
        assertThat(workflow.jobs().get(1).permissions()).isEqualTo(new Permissions(true, true, false));
    }

    @Test
    void a_push_starts_it_when_branch_and_paths_are_meant() {
        PushTrigger push = read(SOUND).onPush().orElseThrow();
        assertThat(push.matches("refs/heads/main", Set.of("src/a/b"))).isTrue();
        assertThat(push.matches("refs/heads/main", Set.of("docs/a"))).isFalse();
        assertThat(push.matches("refs/heads/release/1/x", Set.of("src/a"))).isTrue();
        assertThat(push.matches("refs/heads/release/old", Set.of("src/a"))).isFalse();
        assertThat(push.matches("refs/heads/topic", Set.of("src/a"))).isFalse();
        assertThat(push.matches("refs/tags/v1", Set.of())).isTrue();
        assertThat(push.matches("refs/tags/x1", Set.of())).isFalse();
    }

    @Test
    void inputs_are_checked_and_filled_in() {
        DispatchTrigger dispatch = read(SOUND).onDispatch().orElseThrow();
        assertThat(dispatch.resolve(Map.of("tag", "t"))).hasToString("{\"tag\":\"t\",\"level\":\"low\",\"dry\":false}");
        assertThatThrownBy(() -> dispatch.resolve(Map.of())).hasMessageContaining("\"tag\" is required");
        assertThatThrownBy(() -> dispatch.resolve(Map.of("tag", "t", "x", "")))
                .hasMessageContaining("Unexpected inputs provided: [\"x\"]");
        assertThatThrownBy(() -> dispatch.resolve(Map.of("tag", "t", "level", "mid")))
                .hasMessageContaining("one of [low, high], not \"mid\"");
        assertThatThrownBy(() -> dispatch.resolve(Map.of("tag", "t", "dry", "perhaps")))
                .hasMessageContaining("true or false");
    }

    @Test
    void what_is_not_supported_is_named_with_its_line() {
        refuses(SOUND.replace("    needs: first", "    strategy: {matrix: {a: [1]}}"), 15, "\"strategy\"");
        refuses(SOUND.replace("  push:", "  schedule:"), 4, "the event \"schedule\"");
        refuses(SOUND.replace("echo two", "echo ${{ hashFiles('x') }}"), 18, "hashFiles");
        refuses(SOUND.replace("echo two", "echo ${{ matrix.a }}"), 18, "no context \"matrix\"");
        refuses(SOUND.replace("- run: echo two", "- run: echo\n        shell: pwsh"), 19, "pwsh");
        refuses(SOUND.replace("type: string", "type: environment"), 9, "environment");
        refuses(SOUND.replace("needs: first", "needs: third"), 14, "not there");
        refuses(SOUND.replace("contents: write", "contents: all"), 12, "none, read or write");
        refuses(SOUND.replace("name: Build", "name: [Build"), 2, "");
    }

    @Test
    void an_event_alone_is_enough() {
        assertThat(read("on: push\njobs: {a: {steps: [{run: x}]}}").onPush()).isPresent();
        assertThat(read("on: [push, workflow_dispatch]\njobs: {a: {steps: [{run: x}]}}")
                        .onDispatch())
                .isPresent();
    }

    private static Workflow read(String text) {
        return WorkflowReader.read(".github/workflows/x.yml", text);
    }

    private static void refuses(String text, int line, String problem) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(WorkflowException.class)
                .hasMessageStartingWith(".github/workflows/x.yml:" + line + ": ")
                .hasMessageContaining(problem);
    }
}
