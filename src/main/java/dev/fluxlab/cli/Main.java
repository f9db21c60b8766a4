package dev.fluxlab.cli;

/** The entry point: parses the verb and wires what it needs. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("fluxlab");
    }
}
