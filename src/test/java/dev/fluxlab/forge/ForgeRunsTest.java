package dev.fluxlab.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxlab.document.Json;
import dev.fluxlab.forge.git.ForgeUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ForgeRunsTest {

    private static final String FILE = ".github/workflows/try.yml";

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void start() throws Exception {
        Path seed = Files.createDirectories(folder.resolve("seed"));
        Files.writeString(seed.resolve("README.md"), "x");
        workshop = Workshop.open(folder, builder -> builder.secret("PASSWORD", "hunter22")
                .variable("REGION", "north")
                .time(() -> Instant.now().plus(Duration.ofDays(400))));
        workshop.seed("acme/backend", seed);
    }

    @AfterEach
    void stop() {
        workshop.close();
    }

    @Test
    void outputs_variables_and_conditions_pass_from_step_to_step_and_job_to_job() throws Exception {
        Json run = ran(
                """
                jobs:
                  a:
                    outputs: {word: '${{ steps.say.outputs.word }}'}
                    steps:
                      - id: say
                        run: |
                          echo "word=hello" >> "$GITHUB_OUTPUT"
                          echo "KEPT=kept" >> "$GITHUB_ENV"
                      - run: echo "$KEPT ${{ env.KEPT }} ${{ vars.REGION }} ${{ github.ref_name }}"
                      - if: github.ref_name == 'other'
                        run: exit 1
                  b:
                    needs: a
                    env: {WORD: '${{ needs.a.outputs.word }}'}
                    steps:
                      - run: echo "got $WORD"
                """);
        assertThat(run.text("conclusion")).as(workshop.log(run)).isEqualTo("success");
        assertThat(workshop.log(run)).contains("kept kept north main").contains("got hello");
        assertThat(conclusions(run)).containsExactly("success", "success");
    }

    @Test
    void a_failure_skips_what_follows_but_not_what_asks_for_it() throws Exception {
        Json run = ran(
                """
                jobs:
                  a:
                    steps:
                      - run: exit 3
                        continue-on-error: true
                      - run: exit 7
                      - run: echo not reached
                      - if: failure()
                        run: echo cleaning
                  b:
                    needs: a
                    steps: [{run: echo b runs}]
                  c:
                    needs: a
                    if: always()
                    steps: [{run: 'echo "a was ${{ needs.a.result }}"'}]
                """);
        assertThat(run.text("conclusion")).isEqualTo("failure");
        assertThat(conclusions(run)).containsExactly("failure", "skipped", "success");
        assertThat(workshop.log(run))
                .contains("Process completed with exit code 7.")
                .contains("cleaning")
                .contains("a was failure")
                .doesNotContain("not reached")
                .doesNotContain("b runs");
    }

    @Test
    void a_script_sees_nothing_of_this_process_and_secrets_are_masked() throws Exception {
        Json run = ran(
                """
                jobs:
                  a:
                    steps:
                      - env: {P: '${{ secrets.PASSWORD }}'}
                        run: |
                          echo "it is $P"
                          env | sort
                """);
        assertThat(workshop.log(run))
                .contains("it is ***")
                .contains("GITHUB_REPOSITORY=acme/backend")
                .doesNotContain("hunter22")
                .doesNotContain("JAVA_HOME=")
                .doesNotContain("USER=");
    }

    @Test
    void a_job_pushes_only_with_permission_and_starts_nothing_by_it() throws Exception {
        String jobs =
                """
                jobs:
                  a:
                    steps:
                      - uses: actions/checkout@v4
                      - run: |
                          git config user.name bot
                          git config user.email bot@lab
                          git commit -q --allow-empty -m by-job
                          git push origin HEAD:main
                """;
        Json refused = ran(jobs);
        assertThat(refused.text("conclusion")).isEqualTo("failure");
        assertThat(workshop.log(refused)).contains("may read acme/backend, but not push to it");
        Json done = ran("permissions: {contents: write}\n" + jobs);
        assertThat(done.text("conclusion")).as(workshop.log(done)).isEqualTo("success");
        assertThat(workshop.runs("Try")).hasSize(2);
        assertThat(workshop.get("/receive-log").toString()).contains("github-actions[bot]");
    }

    @Test
    void editing_the_file_changes_what_happens_and_a_broken_one_says_where() throws Exception {
        assertThat(workshop.log(ran("jobs: {a: {steps: [{run: echo one}]}}"))).contains("one");
        assertThat(workshop.log(ran("jobs: {a: {steps: [{run: echo two}]}}"))).contains("two");
        workshop.write(FILE, "name: Try\non: push\njobs:\n  a:\n    container: x\n    steps: [{run: x}]\n");
        workshop.push("main");
        Json run = workshop.ended(FILE);
        assertThat(run.text("conclusion")).isEqualTo("failure");
        assertThat(workshop.log(run)).contains("Invalid workflow file: " + FILE + ":5: \"container\" is not supported");
        assertThat(workshop.get("/actions/workflows").toString()).contains("\"state\":\"invalid\"");
    }

    @Test
    void an_action_or_input_that_is_not_supported_is_named_with_file_and_line() throws Exception {
        Json action = ran("jobs: {a: {steps: [{uses: someone/else@v1}]}}");
        assertThat(workshop.log(action)).contains(FILE + ":3: the action \"someone/else@v1\" is not supported");
        Json input = ran("jobs: {a: {steps: [{uses: actions/checkout@v4, with: {lfs: 'true'}}]}}");
        assertThat(workshop.log(input)).contains("the input \"lfs\" of actions/checkout@v4 is not supported");
    }

    @Test
    void scripts_tell_the_time_of_the_world() throws Exception {
        long day = Instant.now().plus(Duration.ofDays(399)).getEpochSecond();
        Json run = ran("jobs: {a: {steps: [{run: 'test \"$(date +%s)\" -gt " + day + " && date -u +%Y'}]}}");
        assertThat(run.text("conclusion")).as(workshop.log(run)).isEqualTo("success");
    }

    @Test
    void a_dispatch_is_refused_before_it_runs_when_it_cannot_be() throws Exception {
        ran("jobs: {a: {steps: [{run: echo x}]}}");
        assertThat(workshop.post("try.yml", "main", Map.of()).body()).contains("does not have 'workflow_dispatch'");
        assertThat(workshop.post("try.yml", "nowhere", Map.of()).body()).contains("No ref found for: nowhere");
        assertThat(workshop.post("none.yml", "main", Map.of()).statusCode()).isEqualTo(422);
    }

    @Test
    void a_run_that_a_stop_interrupted_has_failed_and_says_so() throws Exception {
        workshop.write(FILE, "name: Try\non: push\njobs: {a: {steps: [{run: echo begun; sleep 600}]}}");
        workshop.push("main");
        workshop.await(() -> workshop.log(workshop.runs("Try").get(0)).contains("begun"));
        workshop.restart(builder -> builder.user(ForgeUser.writer("ada", "secret")));
        Json run = workshop.runs("Try").get(0);
        assertThat(run.text("conclusion")).isEqualTo("failure");
        assertThat(workshop.log(run)).containsAnyOf("the forge stopped while this ran", "the forge was stopped");
    }

    private Json ran(String jobs) throws Exception {
        workshop.write(FILE, "name: Try\non: push\n" + jobs);
        workshop.push("main");
        return workshop.ended("Try");
    }

    private List<String> conclusions(Json run) throws Exception {
        return workshop.get("/actions/runs/" + run.at("id").orElseThrow() + "/jobs").items("jobs").stream()
                .map(job -> job.text("conclusion"))
                .toList();
    }
}
