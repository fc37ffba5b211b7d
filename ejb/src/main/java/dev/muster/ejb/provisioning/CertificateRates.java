package dev.muster.ejb.provisioning;

import dev.muster.domain.shared.RateLimit;
import dev.muster.domain.trust.ManufacturerCertificate;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many proofs by each certificate this server takes in a minute: verified ones alone, so that nobody who lacks the key
 * can keep a brand's devices out. Each server counts for itself, in memory (docs/adr/006-overload.md).
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

    /** Counts a proof, unless it is one too many. */
    boolean admits(ManufacturerCertificate certificate) {
        return proofs.admits(certificate.id(), System.nanoTime());
    }
}
