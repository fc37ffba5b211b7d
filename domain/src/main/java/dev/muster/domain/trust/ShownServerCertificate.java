package dev.muster.domain.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * The certificate that this server shows to its clients. The launcher renews it long before it ends, so a certificate
 * that ends soon means that the renewal fails.
 *
 * @param notAfter last instant of its validity
 */
public record ShownServerCertificate(Instant notAfter) {

    /** A sentence for the operator; empty if all is well. */
    public Optional<String> warning(Instant now) {
        RemainingValidity remaining = remaining(now);
        if (remaining.isOver()) {
            return Optional.of("The server's certificate expired at " + notAfter
                    + ", and clients refuse it: restart the server, and find out why it was not renewed.");
        }
        return Optional.of("The server's certificate ends at " + notAfter
                        + " and was not renewed: read what the launcher reports, or restart the server.")
                .filter(sentence -> remaining.isShort());
    }

    /** The days of 24 hours that are left, rounded up; 0 if it is over. */
    public long days(Instant now) {
        return remaining(now).days();
    }

    /** The beginning of the validity does not matter here. */
    private RemainingValidity remaining(Instant now) {
        return new RemainingValidity(Instant.EPOCH, notAfter, now);
    }
}
