package dev.fluxlab.document;

/** A JSON boolean. */
public record Bool(boolean value) implements Json {

    public static final Bool TRUE = new Bool(true);
    public static final Bool FALSE = new Bool(false);

    @Override
    public Boolean toJava() {
        return value;
    }

    @Override
    public String typeName() {
        return "boolean";
    }

    @Override
    public String toString() {
        return Boolean.toString(value);
    }
}
