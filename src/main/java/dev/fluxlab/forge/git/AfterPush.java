package dev.fluxlab.forge.git;

/** Is told of each push once its refs have moved, before the client has its answer: it must not take long. */
@FunctionalInterface
public interface AfterPush {

    void pushed(Push push);
}
