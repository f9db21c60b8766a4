package dev.fluxlab.document;

/** A JSON string. */
public record Str(String value) implements Json {

    @Override
    public String toJava() {
        return value;
    }

    @Override
    public String typeName() {
        return "string";
    }

    @Override
    public String toString() {
        return JsonText.print(this);
    }
}
