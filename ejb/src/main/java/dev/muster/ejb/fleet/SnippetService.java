package dev.muster.ejb.fleet;

import dev.muster.domain.provisioning.Snippets;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.trust.CertificateService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Programs for a certificate's devices, ready to run. They contain no secret. */
@Stateless
public class SnippetService {

    @Inject
    private CertificateService certificates;

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private String publicUrl;

    /**
     * The programs that prove a device with a certificate.
     *
     * @throws ProblemException {@code not-found}, also for a certificate of another purpose than PROOF
     */
    public Snippets get(Caller caller, UUID manufacturerId, UUID certificateId) {
        ManufacturerCertificate certificate = certificates.get(caller, manufacturerId, certificateId);
        if (certificate.purpose() != CertificatePurpose.PROOF) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "Only a certificate with the purpose PROOF has programs for its devices.");
        }
        return Snippets.of(
                certificate.accessKey(),
                certificate.keyAlgorithm(),
                publicUrl.replaceAll("/+$", ""),
                certificates.serverPem(),
                certificate.manufacturer().identifierScheme().example());
    }
}
