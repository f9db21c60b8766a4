package dev.fluxlab.flux.notification;

/** A notification could not be made or sent; the message is told on the alert. */
final class DispatchFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private DispatchFailure(String message) {
        super(message);
    }

    static DispatchFailure setup(Event event, String why) {
        return new DispatchFailure("failed to dispatch notification for " + event.object() + ": " + why);
    }

    static DispatchFailure sending(Event event, String why) {
        return new DispatchFailure("failed to send notification for " + event.object() + ": " + why);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
