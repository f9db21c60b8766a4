package dev.fluxlab.kube.store;

import java.util.Map;

/** Where changes are kept before they are seen. */
interface Journal extends AutoCloseable {

    Journal NONE = new Journal() {
        @Override
        public Snapshot load(int remembered) {
            return new Snapshot(0, 0, remembered, Map.of());
        }

        @Override
        public void append(Change change) {}

        @Override
        public void close() {}
    };

    /** What earlier runs left. */
    Snapshot load(int remembered);

    /** Returns once the change survives the end of this process. */
    void append(Change change);

    @Override
    void close();
}
