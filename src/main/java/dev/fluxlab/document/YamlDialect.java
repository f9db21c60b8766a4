package dev.fluxlab.document;

/** Whose reading of plain scalars counts. */
public enum YamlDialect {
    /** Kubernetes, by way of go-yaml 2: {@code yes} and {@code on} are booleans. */
    KUBERNETES,
    /** kustomize, by way of go-yaml 3: {@code yes} and {@code on} are text, dates become timestamps. */
    KUSTOMIZE
}
