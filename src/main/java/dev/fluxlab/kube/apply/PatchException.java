package dev.fluxlab.kube.apply;

import dev.fluxlab.document.Json;
import dev.fluxlab.document.Obj;
import dev.fluxlab.document.Str;

/** A patch that cannot be applied; the code and message are those that a real server's Status has. */
public final class PatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int INTERNAL = 500;

    private final int code;

    public PatchException(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }

    static PatchException badPrimitiveList() {
        return new PatchException(BAD_REQUEST, "invalid patch format of primitive list");
    }

    static PatchException badRetainKeys() {
        return new PatchException(BAD_REQUEST, "invalid patch format of retainKeys");
    }

    static PatchException badElementOrder() {
        return new PatchException(BAD_REQUEST, "invalid patch format of setElementOrder list");
    }

    static PatchException listOfLists() {
        return new PatchException(UNPROCESSABLE, "lists of lists are not supported");
    }

    static PatchException unknownDirective(Json directive, Obj map) {
        return new PatchException(
                INTERNAL, "unknown patch type: " + Values.printed(directive) + " in map: " + Values.printed(map));
    }

    static PatchException noMergeKey(Obj item, String key) {
        return new PatchException(
                INTERNAL, "map: " + Values.printed(item) + " does not contain declared merge key: " + key);
    }

    static PatchException wrongForm(String expected, Json actual) {
        return new PatchException(INTERNAL, "expected a " + expected + ", but received a " + Values.goType(actual));
    }

    static PatchException notStruct(String form) {
        return new PatchException(
                INTERNAL, "merging an object in json but data type is not struct, instead is: " + form);
    }

    static PatchException unknownField(String struct, String field) {
        return new PatchException(
                INTERNAL, "unable to find api field in struct " + struct + " for the json field " + new Str(field));
    }

    static PatchException mixedItems(String lists) {
        return new PatchException(INTERNAL, "list element types are not identical: " + lists);
    }

    static PatchException internal(String message) {
        return new PatchException(INTERNAL, message);
    }
}
