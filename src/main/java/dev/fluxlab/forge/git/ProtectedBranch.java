package dev.fluxlab.forge.git;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import java.util.List;

/**
 * A branch whose history is kept: nobody rewrites or deletes it.
 *
 * @param reviewed whether changes come only by a reviewed merge
 * @param exempt users who may push without review, as a bot that writes image tags
 */
public record ProtectedBranch(String branch, boolean reviewed, List<String> exempt) {

    public ProtectedBranch {
        exempt = List.copyOf(exempt);
    }

    static ProtectedBranch read(Json json) {
        List<String> exempt = json.items("exempt").stream()
                .flatMap(name -> name.asText().stream())
                .toList();
        return new ProtectedBranch(
                json.text("branch"),
                json.at("reviewed").flatMap(Json::asBoolean).orElse(false),
                exempt);
    }

    Obj json() {
        return Obj.builder()
                .put("branch", branch)
                .put("reviewed", reviewed)
                .put("exempt", Arr.ofTexts(exempt))
                .build();
    }
}
