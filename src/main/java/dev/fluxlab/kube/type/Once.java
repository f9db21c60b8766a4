package dev.fluxlab.kube.type;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made on first use and kept. Two threads may both make it; they make the same. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private volatile @Nullable T value;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
