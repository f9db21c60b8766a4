package dev.fluxlab.kube.serve;

import dev.fluxlab.document.DocumentException;
import dev.fluxlab.document.Json;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import java.util.Base64;

/**
 * Where the next part of a list begins.
 *
 * @param revision of the whole list; negative to go on with whatever is the latest
 * @param start the first path of the next part, below the namespace
 */
record ContinueToken(long revision, String start) {

    private static final String VERSION = "meta.k8s.io/v1";

    static ContinueToken after(long revision, String path) {
        return new ContinueToken(revision, path + "\0");
    }

    static ContinueToken parse(String text) {
        try {
            Json token = JsonText.read(Base64.getUrlDecoder().decode(text));
            String start = token.text("start");
            long revision = token.at("rv").flatMap(Json::asLong).orElse(0L);
            if (!token.text("v").equals(VERSION)) {
                throw invalid("server does not recognize this encoded version \"" + token.text("v") + "\"");
            }
            if (revision == 0) {
                throw invalid("incorrect encoded start resourceVersion (version " + VERSION + ")");
            }
            if (!start.startsWith("/")) {
                throw invalid("encoded start key empty (version " + VERSION + ")");
            }
            return new ContinueToken(revision, start.substring(1));
        } catch (IllegalArgumentException | DocumentException e) {
            throw invalid(undecodable(text));
        }
    }

    private static String undecodable(String text) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(text);
            return GoJsonSyntax.complaint(new String(decoded, java.nio.charset.StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return "illegal base64 data at input byte " + firstIllegal(text);
        }
    }

    private static int firstIllegal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) && "-_".indexOf(text.charAt(i)) < 0) {
                return i;
            }
        }
        return text.length() - 1;
    }

    private static ApiException invalid(String why) {
        return Refusals.badRequest("continue key is not valid: " + why);
    }

    ContinueToken withoutRevision() {
        return new ContinueToken(-1, start);
    }

    @Override
    public String toString() {
        Obj token = Obj.builder()
                .put("v", VERSION)
                .put("rv", revision)
                .put("start", "/" + start)
                .build();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JsonText.bytes(token));
    }
}
