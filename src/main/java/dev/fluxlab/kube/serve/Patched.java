package dev.fluxlab.kube.serve;

import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.kube.serve.WriteOptions.FieldValidation;
import dev.fluxlab.kube.type.Normaliser;
import dev.fluxlab.kube.type.Violation;
import dev.fluxlab.kube.type.Violation.Reason;
import java.nio.charset.StandardCharsets;
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
        Normaliser.Normal normal = Decoder.decoded(call.type(), patched);
        complaints = normal.complaints();
        if (!complaints.isEmpty() && write.options().validation() == FieldValidation.STRICT) {
            String value = JsonText.print(dev.fluxlab.document.Json.string(new String(patch, StandardCharsets.UTF_8)));
            throw Refusals.invalid(
                    "",
                    "",
                    "",
                    List.of(new Violation(
                            Reason.INVALID,
                            "patch",
                            "Invalid value: " + value + ": strict decoding error: " + String.join(", ", complaints))));
        }
        UpdateVerb.checkPlace(write, normal.object());
        return normal.object();
    }

    void warn() {
        Decoder.warn(call, write.options().validation(), complaints);
    }
}
