package dev.fluxlab.world.view;

/** A user and password of the forge or the registry; never printed. */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
