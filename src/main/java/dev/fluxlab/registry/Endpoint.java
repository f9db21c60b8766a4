package dev.fluxlab.registry;

import dev.fluxlab.http.Exchange;
import java.io.IOException;

/** One kind of resource of a repository. */
interface Endpoint {

    /**
     * A request for a resource of a repository.
     *
     * @param rest what the path says after the kind: a tag, a digest, an upload's id
     */
    record Call(Exchange exchange, RepositoryName repository, String rest, String user) {

        String method() {
            return exchange.method();
        }

        OciException methodUnsupported() {
            return new OciException(OciError.UNSUPPORTED, method() + " is not supported on " + exchange.path());
        }
    }

    void handle(Call call) throws IOException;
}
