package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.path.ShownCertificate;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.trust.CertificateRepository;
import dev.muster.ejb.trust.CredentialCertificateRepository;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Finds the issuer of a device's certificate for the TLS listener, because a device may send only its own certificate
 * (RFC 8446 section 4.4.2). The listener cannot see classes of the application; it looks this bean up by name and calls
 * it by the interface. This bean verifies nothing and rejects nothing: the handshake verifies the signature, and each
 * request checks the revocation.
 */
@Access(Rule.DEVICE)
@Stateless
@Local(BiConsumer.class)
public class DeviceIssuers implements BiConsumer<byte[], Consumer<byte[]>> {

    @Inject
    private CertificateRepository certificates;

    @Inject
    private CredentialCertificateRepository credentials;

    /**
     * Finds the issuer's certificate.
     *
     * @param device the device's certificate, DER
     * @param found gets the issuer's certificate, DER; is not called if {@code device} is no certificate or its issuer
     *     is unknown
     */
    @Override
    public void accept(byte[] device, Consumer<byte[]> found) {
        Optional<ShownCertificate> shown = ShownCertificate.read(device);
        shown.flatMap(ShownCertificate::issuerAccessKey)
                .flatMap(certificates::byAccessKey)
                .filter(certificate -> certificate.purpose() == CertificatePurpose.DEVICE_CA)
                .map(ManufacturerCertificate::certificate)
                .or(() -> shown.flatMap(any -> credentials.find(device))
                        .map(credential -> credential.issuer().certificate()))
                .ifPresent(found);
    }
}
