package dev.muster.ejb.provisioning;

import dev.muster.domain.shared.RateLimit;
import dev.muster.domain.trust.ManufacturerCertificate;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits how many proofs by each certificate this server accepts in a minute. It counts only verified proofs, so that
 * somebody without the key cannot keep a manufacturer's devices out. Each server counts for itself, in memory
 * (docs/adr/006-overload.md).
 */
@ApplicationScoped
public class CertificateRates {

    private static final int REMEMBERED = 10_000;

    @Inject
    @ConfigProperty(name = "muster.rate.certificate-per-minute", defaultValue = "60000")
    private int perMinute;

    private RateLimit<UUID> proofs;

    @PostConstruct
    void begin() {
        proofs = new RateLimit<>(perMinute, REMEMBERED);
    }

    /** Counts a proof. Returns false, and counts nothing, if the limit is reached. */
    boolean admits(ManufacturerCertificate certificate) {
        return proofs.admits(certificate.id(), System.nanoTime());
    }
}
