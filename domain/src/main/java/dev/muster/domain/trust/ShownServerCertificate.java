package dev.muster.domain.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * The certificate that this server shows to its clients, as far as its operator has to know: when it ends. It is renewed by
 * itself long before; that it ends soon means that its renewal fails.
 *
 * @param notAfter last instant of its validity
 */
public record ShownServerCertificate(Instant notAfter) {

    /** What the operator has to know now; empty if all is well. */
    public Optional<String> warning(Instant now) {
        RemainingValidity remaining = remaining(now);
        if (remaining.isOver()) {
            return Optional.of("The server's certificate ended at " + notAfter
                    + ", and clients refuse it: start the server again, and look for why it was not renewed.");
        }
        return Optional.of("The server's certificate ends at " + notAfter
                        + " and was not renewed: look at what the launcher says, or start the server again.")
                .filter(sentence -> remaining.isShort());
    }

    /** Days of 24 hours that are left, begun ones included; 0 if it is over. */
    public long days(Instant now) {
        return remaining(now).days();
    }

    /** Its beginning does not matter to what is asked here. */
    private RemainingValidity remaining(Instant now) {
        return new RemainingValidity(Instant.EPOCH, notAfter, now);
    }
}
