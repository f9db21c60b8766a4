package dev.fluxlab.kube.serve;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.serve.WriteOptions.FieldValidation;
import dev.fluxlab.kube.type.Normaliser;
import dev.fluxlab.kube.type.Violation;
import dev.fluxlab.kube.type.Violation.Reason;
import dev.fluxlab.kube.type.WrongTypeException;
import java.util.List;

/** Decodes what a patch made, and keeps what of it the kind does not know until the write has succeeded. */
final class Patched {

    private final Call call;
    private final Write write;
    private final byte[] patch;
    private List<String> complaints = List.of();

    Patched(Call call, Write write, byte[] patch) {
        this.call = call;
        this.write = write;
        this.patch = patch;
    }

    Obj decoded(Obj patched) {
        Normaliser.Normal normal;
        try {
            normal = call.type().decode(patched);
        } catch (WrongTypeException e) {
            throw refusal(patched, String.valueOf(e.getMessage()));
        }
        complaints = normal.complaints();
        if (!complaints.isEmpty() && write.options().validation() == FieldValidation.STRICT) {
            throw refusal(patched, "strict decoding error: " + String.join(", ", complaints));
        }
        UpdateVerb.checkPlace(write, normal.object());
        return normal.object();
    }

    /** Names the patch that is strategic, and of other patches what they made: as the real server does. */
    private ApiException refusal(Obj patched, String why) {
        boolean strategic = BodyReader.mediaType(call.exchange()).equals(PatchVerb.STRATEGIC);
        String shown = strategic ? GoFormat.print(JsonText.read(patch)) : JsonText.print(patched);
        String body = "Invalid value: " + JsonText.print(Json.string(shown)) + ": " + why;
        return Refusals.invalid("", "", "", List.of(new Violation(Reason.INVALID, "patch", body)));
    }

    void warn() {
        Decoder.warn(call, write.options().validation(), complaints);
    }
}
