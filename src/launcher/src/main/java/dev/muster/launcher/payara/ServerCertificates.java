package dev.muster.launcher.payara;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** Makes certificates for the server that the bootstrap has prepared. */
@FunctionalInterface
public interface ServerCertificates {

    /** How long before its end a certificate is renewed. */
    Duration LEAD = Duration.ofDays(60);

    /** The last of so many parts of its life, if that is shorter. */
    int PARTS = 3;

    /**
     * Replaces key and certificate in the server's key store by the next ones. The running server reads the store again.
     *
     * @throws IOException if the key store cannot be written; the server then keeps its present certificate
     */
    X509Certificate renew(Instant now) throws IOException, GeneralSecurityException;

    /**
     * Whether the current certificate is to be renewed: 60 days before its end; if its life is short, when a third of it
     * is left.
     */
    default boolean isDue(X509Certificate current, Instant now) {
        Instant end = current.getNotAfter().toInstant();
        Duration part =
                Duration.between(current.getNotBefore().toInstant(), end).dividedBy(PARTS);
        return !now.isBefore(end.minus(part.compareTo(LEAD) < 0 ? part : LEAD));
    }

    /** How often somebody asks whether it is due. */
    default Duration betweenLooks() {
        return Duration.ofHours(1);
    }
}
