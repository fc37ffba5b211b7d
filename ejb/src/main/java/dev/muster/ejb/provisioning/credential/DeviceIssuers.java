package dev.muster.ejb.provisioning.credential;

import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.path.ShownCertificate;
import dev.muster.ejb.trust.CertificateRepository;
import dev.muster.ejb.trust.CredentialCertificateRepository;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Who has issued a device's certificate, for the TLS listener: a device may send its own certificate only (RFC 8446 section
 * 4.4.2). The listener sees no class of the application; it looks this bean up by its name and calls it by the interface.
 * Nothing is believed and nothing is refused here: the handshake verifies the signature, and each request asks for the
 * revocation.
 */
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
     * @param device DER of the device's certificate
     * @param found is given the issuer's, DER; is not called if it is not known, or the first is no certificate
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
