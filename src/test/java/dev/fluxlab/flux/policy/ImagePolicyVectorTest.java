package dev.fluxlab.flux.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Null;
import dev.fluxlab.document.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every vector of image-policy.json: what the real controller answered must be what is answered here. */
class ImagePolicyVectorTest {

    private static final Path VECTORS =
            Path.of(System.getProperty("fluxlab.vectors", "../shared/vectors")).resolve("image-policy.json");

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        assumeTrue(Files.exists(VECTORS), "no vectors at " + VECTORS);
        return JsonText.read(Files.readString(VECTORS)).items("vectors").stream()
                .map(vector -> DynamicTest.dynamicTest(vector.text("id"), () -> check(vector)));
    }

    private static void check(Json vector) {
        switch (vector.text("kind")) {
            case "semver", "alphabetical", "numerical", "filter", "choice" -> election(vector);
            case "exclusionList" -> exclusion(vector);
            case "imageReference" -> reference(vector);
            case "revision" -> revision(vector);
            case "readyMessage" -> message(vector);
            default -> throw new AssertionError("unknown kind of vector: " + vector.text("kind"));
        }
    }

    private static List<String> texts(Json vector, String... keys) {
        return vector.items(keys).stream().map(Json::text).toList();
    }

    private static void election(Json vector) {
        String outcome = outcome(vector.obj("spec"), texts(vector, "tags"));
        Obj expected = vector.obj("expected");
        if (expected.has("latest")) {
            assertThat(outcome).isEqualTo("latest " + expected.text("latest"));
        } else if (expected.has("nondeterministic")) {
            assertThat(texts(expected, "nondeterministic")).contains(outcome.replace("latest ", ""));
        } else if (expected.has("nondeterministicError")) {
            assertThat(texts(expected, "nondeterministicError")).contains(outcome.replace("Failure ", ""));
        } else {
            assertThat(outcome).isEqualTo(expected.text("error", "reason") + " " + expected.text("error", "message"));
        }
    }

    // The steps of the controller in their order: policy, empty store, filter, election.
    private static String outcome(Json spec, List<String> tags) {
        try {
            TagElection election = election(spec.obj("policy"));
            if (tags.isEmpty()) {
                return "DependencyNotReady retrying in 30s error: no tags in database";
            }
            TagList list = new TagList(tags);
            Obj filter = spec.obj("filterTags");
            return "latest "
                    + (spec.at("filterTags").isPresent()
                            ? election.latest(list, filter.text("pattern"), filter.text("extract"))
                            : election.latest(list));
        } catch (ElectionException e) {
            return (e.policyInvalid() ? "InvalidPolicy " : "Failure ") + e.getMessage();
        }
    }

    private static TagElection election(Obj policy) {
        if (policy.has("semver")) {
            return TagElection.semver(policy.text("semver", "range"));
        }
        if (policy.has("alphabetical")) {
            return TagElection.alphabetical(policy.text("alphabetical", "order"));
        }
        if (policy.has("numerical")) {
            return TagElection.numerical(policy.text("numerical", "order"));
        }
        throw TagElection.withoutOrder();
    }

    private static void exclusion(Json vector) {
        Json expected = vector.at("expected").orElseThrow();
        try {
            TagList kept = TagList.excluding(texts(vector, "tags"), texts(vector, "spec", "exclusionList"));
            assertThat(kept.tags()).isEqualTo(texts(expected, "stored"));
        } catch (IllegalArgumentException e) {
            assertThat("scan failed: " + e.getMessage()).isEqualTo(expected.text("error", "message"));
        }
    }

    private static void reference(Json vector) {
        Json expected = vector.at("expected").orElseThrow();
        try {
            ImageName name = ImageName.parse(vector.text("spec", "image"));
            assertThat(name.canonical()).isEqualTo(expected.text("canonicalImageName"));
            boolean insecure =
                    vector.at("spec", "insecure").flatMap(Json::asBoolean).orElse(false);
            assertThat(name.schemes(insecure).contains("http"))
                    .isEqualTo(expected.text("scheme").equals("http"));
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isEqualTo(expected.text("error", "message"));
        }
    }

    private static void revision(Json vector) {
        List<String> tags = texts(vector, "tags");
        Json expected = vector.at("expected").orElseThrow();
        if (expected.at("storedOrder").isEmpty()) {
            return; // the database layer alone, whose order no scan produces; the others pin the checksum
        }
        TagList list = new TagList(tags);
        assertThat(list.tags()).isEqualTo(texts(expected, "storedOrder"));
        assertThat(list.latest()).isEqualTo(texts(expected, "latestTags"));
        assertThat(list.revision()).isEqualTo(expected.text("revisionBadger"));
    }

    private static void message(Json vector) {
        Json status = vector.at("status").orElseThrow();
        String message = ElectedImage.of(status.obj("latestRef"))
                .readyMessage(status.at("observedPreviousRef")
                        .orElse(Null.NULL)
                        .asObj()
                        .map(ElectedImage::of));
        assertThat(message).isEqualTo(vector.text("expected", "message"));
    }
}
