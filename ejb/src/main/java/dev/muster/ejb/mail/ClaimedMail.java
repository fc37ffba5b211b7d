package dev.muster.ejb.mail;

import dev.muster.domain.mail.OutgoingMail;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that this server sends now.
 *
 * @param mail empty if there was nothing to send any more
 */
record ClaimedMail(UUID id, Optional<OutgoingMail> mail) {}
