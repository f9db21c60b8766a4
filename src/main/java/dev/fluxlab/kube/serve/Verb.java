package dev.fluxlab.kube.serve;

import java.io.IOException;

/** Answers the calls of one verb or subresource. */
@FunctionalInterface
interface Verb {

    void answer(Call call) throws IOException;
}
