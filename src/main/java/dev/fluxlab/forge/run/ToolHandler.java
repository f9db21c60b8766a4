package dev.fluxlab.forge.run;

import dev.fluxlab.http.Exchange;
import dev.fluxlab.http.Handler;
import dev.fluxlab.http.RequestRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Carries out the commands of running jobs; only a job's own token opens it. */
final class ToolHandler implements Handler {

    private static final int MAX_BODY = 1 << 20;

    private final JobTokens tokens;
    private final CraneTool crane = new CraneTool();
    private final GhTool gh;

    ToolHandler(JobTokens tokens, ReleaseStore releases) {
        this.tokens = tokens;
        this.gh = new GhTool(releases);
    }

    @Override
    public void handle(Exchange exchange) throws Exception {
        JobState job = exchange.header("Authorization")
                .map(header -> header.replaceFirst("^Bearer ", ""))
                .flatMap(tokens::job)
                .orElseThrow(() -> new RequestRefused(401, "only a running job may do this"));
        String[] words = new String(exchange.body(MAX_BODY), StandardCharsets.UTF_8).split("\0", -1);
        List<String> arguments = List.of(words).subList(1, words.length - 1);
        String name = exchange.path().replaceFirst("^/_jobs/", "");
        try {
            String printed = run(name, job, Path.of(words[0]), arguments);
            answer(exchange, 0, printed);
        } catch (StepFailed e) {
            answer(exchange, 1, e.getMessage() + "\n");
        }
    }

    private String run(String name, JobState job, Path where, List<String> arguments) throws IOException, StepFailed {
        return switch (name) {
            case "crane" -> crane.run(Tool.Call.read(job, where, arguments, CraneTool.FLAGS));
            case "gh" -> gh.run(Tool.Call.read(job, where, arguments, GhTool.FLAGS));
            default -> throw new StepFailed("there is no command " + name);
        };
    }

    private static void answer(Exchange exchange, int code, String text) {
        exchange.responseHeader("X-Exit-Code", Integer.toString(code)).respond(200, text);
    }
}
