package dev.muster.ejb.trust.revocation;

import dev.muster.domain.trust.ManufacturerCertificate;
import java.time.Instant;

/** Tells those whom it concerns when a certificate is deleted, or when a plan to delete it is made, moved or cancelled. */
public interface RevocationNews {

    /**
     * Runs in the transaction of the change, after it.
     *
     * @param certificate as it is now, locked
     */
    void tell(ManufacturerCertificate certificate, Instant now);
}
