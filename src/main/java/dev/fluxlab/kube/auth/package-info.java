/**
 * Who asks and whether they may: the world's own certificate authority, tokens, and role-based access rules read from the
 * objects themselves. It answers yes or no with the reason and refuses no request itself. Front doors:
 * {@link dev.fluxlab.kube.auth.Pki}, {@link dev.fluxlab.kube.auth.Tokens}, {@link dev.fluxlab.kube.auth.Rbac}.
 */
@NullMarked
package dev.fluxlab.kube.auth;

import org.jspecify.annotations.NullMarked;
