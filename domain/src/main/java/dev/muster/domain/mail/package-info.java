/** Mails: addresses, the queue of what is sent, and the settings of the server that takes them. */
@NullMarked
package dev.muster.domain.mail;

import org.jspecify.annotations.NullMarked;
