package dev.fluxlab.world.view;

/** What the API server answered to a raw request. */
public record Answer(int status, String body) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
