/** Sends mails: a queue in the database, and the server that takes the mails. */
@NullMarked
package dev.muster.ejb.mail;

import org.jspecify.annotations.NullMarked;
