/**
 * The notification controller: takes events over HTTP and sends those that alerts pick to providers; takes webhooks and
 * asks for runs. Of the providers it speaks to generic and generic-hmac, of the receivers it knows generic,
 * generic-hmac, github and gitlab; it refuses the others by name. Front door:
 * {@link dev.fluxlab.flux.notification.Notifications}.
 */
@NullMarked
package dev.fluxlab.flux.notification;

import org.jspecify.annotations.NullMarked;
