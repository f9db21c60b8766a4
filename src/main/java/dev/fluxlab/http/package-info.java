/**
 * The one HTTP server: TLS, routes, filters, bodies with bounds, streams that never block, WebSocket, and one place
 * where an exception becomes a response. It knows no protocol above HTTP. Front door:
 * {@link dev.fluxlab.http.HttpServer}.
 */
@NullMarked
package dev.fluxlab.http;

import org.jspecify.annotations.NullMarked;
