package dev.fluxlab.registry;

/** Somebody with a password, who may read, or read and write, every repository. */
public record RegistryUser(String name, String password, boolean mayPush) {

    public RegistryUser {
        if (name.isBlank() || name.contains(":") || password.isEmpty()) {
            throw new IllegalArgumentException(
                    "a registry user needs a name without a colon and a password; given was the name \"" + name + "\"");
        }
    }

    public static RegistryUser reader(String name, String password) {
        return new RegistryUser(name, password, false);
    }

    public static RegistryUser writer(String name, String password) {
        return new RegistryUser(name, password, true);
    }

    @Override
    public String toString() {
        return "RegistryUser[" + name + "]";
    }
}
