package dev.fluxlab.forge.git;

/**
 * Somebody with a password or key.
 *
 * @param repository the only one a key is for; every one when empty
 */
public record ForgeUser(String name, String password, boolean mayPush, String repository) {

    public ForgeUser {
        if (name.isBlank() || name.contains(":") || password.isEmpty()) {
            throw new IllegalArgumentException(
                    "a user of the forge needs a name without a colon and a password; given was \"" + name + "\"");
        }
    }

    public static ForgeUser writer(String name, String password) {
        return new ForgeUser(name, password, true, "");
    }

    public static ForgeUser reader(String name, String password) {
        return new ForgeUser(name, password, false, "");
    }

    /** A key that reads one repository and writes none. */
    public static ForgeUser readOnlyKey(String name, String password, String repository) {
        return new ForgeUser(name, password, false, repository);
    }

    boolean isFor(RepositoryName name) {
        return repository.isEmpty() || repository.equals(name.value());
    }

    @Override
    public String toString() {
        return "ForgeUser[" + name + "]";
    }
}
