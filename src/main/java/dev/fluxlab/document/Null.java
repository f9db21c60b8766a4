package dev.fluxlab.document;

import org.jspecify.annotations.Nullable;

/** The JSON null: a value that was written, unlike a member that is missing. */
public record Null() implements Json {

    public static final Null NULL = new Null();

    @Override
    public @Nullable Object toJava() {
        return null;
    }

    @Override
    public String typeName() {
        return "null";
    }

    @Override
    public String toString() {
        return "null";
    }
}
