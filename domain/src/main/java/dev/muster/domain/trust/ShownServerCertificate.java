package dev.muster.domain.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * The certificate that this server shows to its clients. The launcher renews it long before it ends, or its operator
 * does, so a certificate that ends soon means that the renewal fails.
 *
 * @param notBefore first instant of its validity
 * @param notAfter last instant of its validity
 */
public record ShownServerCertificate(Instant notBefore, Instant notAfter) {

    /** A certificate with a short life is usually renewed when a third of it is left; so much must be over. */
    private static final int PERCENT_LEFT = 25;

    /** A sentence for the operator; empty if all is well. */
    public Optional<String> warning(Instant now) {
        RemainingValidity remaining = remaining(now);
        if (remaining.isOver()) {
            return Optional.of("The server's certificate expired at " + notAfter
                    + ", and clients refuse it: restart the server, and find out why it was not renewed.");
        }
        return Optional.of("The server's certificate ends at " + notAfter
                        + " and was not renewed: read what the launcher reports, or restart the server. If it is your"
                        + " own, renew the files that muster.tls.certificate and muster.tls.key name.")
                .filter(sentence -> remaining.isShort() && remaining.percent() <= PERCENT_LEFT);
    }

    /** The days of 24 hours that are left, rounded up; 0 if it is over. */
    public long days(Instant now) {
        return remaining(now).days();
    }

    private RemainingValidity remaining(Instant now) {
        return new RemainingValidity(notBefore, notAfter, now);
    }
}
