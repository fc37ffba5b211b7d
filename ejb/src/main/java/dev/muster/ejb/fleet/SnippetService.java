package dev.muster.ejb.fleet;

import dev.muster.domain.provisioning.Snippet;
import dev.muster.domain.provisioning.SnippetValues;
import dev.muster.domain.provisioning.Snippets;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.key.Der;
import dev.muster.ejb.trust.CertificateService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sample programs for a certificate's devices, ready to run. They contain no secret. */
@Stateless
public class SnippetService {

    @Inject
    private CertificateService certificates;

    @Inject
    @ConfigProperty(name = "muster.public-url")
    private String publicUrl;

    @Inject
    @ConfigProperty(name = "muster.device-url")
    private String deviceUrl;

    @Inject
    @ConfigProperty(name = "muster.mqtts-port", defaultValue = "0")
    private int mqttsPort;

    /**
     * The programs that fit the purpose of the certificate, its key and the forms of proof that it accepts.
     *
     * @throws ProblemException {@code not-found}
     */
    public List<Snippet> list(Caller caller, UUID manufacturerId, UUID certificateId) {
        ManufacturerCertificate certificate = certificates.get(caller, manufacturerId, certificateId);
        return switch (certificate.purpose()) {
            case PROOF ->
                Snippets.ofProof(certificate.keyAlgorithm(), certificate.isLiteralForm(), valuesOf(certificate));
            case DEVICE_CA -> Snippets.ofDeviceCa(valuesOf(certificate));
        };
    }

    private SnippetValues valuesOf(ManufacturerCertificate certificate) {
        return new SnippetValues(
                certificate.accessKey(),
                Pem.encode(Der.certificate(certificate.certificate())),
                withoutSlash(publicUrl),
                withoutSlash(deviceUrl),
                hostOf(deviceUrl),
                mqttsPort,
                certificates.serverPem(),
                certificate.manufacturer().identifierScheme().example());
    }

    /** The broker of MQTT is at the same host as the device listener. An IPv6 address loses its brackets. */
    private static String hostOf(String url) {
        return url.replaceFirst("^https://", "")
                .replaceFirst("/.*$", "")
                .replaceFirst(":[0-9]+$", "")
                .replaceAll("[\\[\\]]", "");
    }

    private static String withoutSlash(String url) {
        return url.replaceAll("/+$", "");
    }
}
