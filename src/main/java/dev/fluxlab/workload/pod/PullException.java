package dev.fluxlab.workload.pod;

/** An image that cannot be pulled, in the words of the container runtime. */
final class PullException extends Exception {

    private static final long serialVersionUID = 1L;

    private PullException(String message) {
        super(message);
    }

    private static PullException of(ImageReference image, String code, String cause) {
        String name = image.full();
        return new PullException("rpc error: code = " + code + " desc = failed to pull and unpack image \"" + name
                + "\": failed to resolve reference \"" + name + "\": " + cause);
    }

    static PullException missing(ImageReference image) {
        return of(image, "NotFound", image.full() + ": not found");
    }

    static PullException unauthorized(ImageReference image, boolean withCredentials) {
        String detail = withCredentials ? "authorization failed" : "authorization failed: no basic auth credentials";
        return of(
                image,
                "Unknown",
                "pull access denied, repository does not exist or may require authorization: " + detail);
    }

    static PullException answered(ImageReference image, String url, int code) {
        return of(image, "Unknown", "unexpected status from HEAD request to " + url + ": " + status(code));
    }

    private static String status(int code) {
        return switch (code) {
            case 403 -> "403 Forbidden";
            case 429 -> "429 Too Many Requests";
            case 500 -> "500 Internal Server Error";
            case 502 -> "502 Bad Gateway";
            case 503 -> "503 Service Unavailable";
            default -> Integer.toString(code);
        };
    }

    static PullException unreachable(ImageReference image, String url, String cause) {
        return of(image, "Unknown", "failed to do request: Head \"" + url + "\": " + cause);
    }

    static PullException unreadable(ImageReference image, String cause) {
        return of(image, "Unknown", cause);
    }
}
