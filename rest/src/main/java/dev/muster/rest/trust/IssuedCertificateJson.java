package dev.muster.rest.trust;

import dev.muster.ejb.trust.IssuedCertificate;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;

/**
 * A new certificate with its secrets, which are shown this once; everything but id, name and access data is PEM.
 *
 * @param privateKey absent where the key came in a certificate signing request
 */
@JsonbPropertyOrder({"id", "name", "certificate", "chain", "privateKey", "publicKey", "accessKey", "accessToken"})
public record IssuedCertificateJson(
        UUID id,
        String name,
        String certificate,
        String chain,
        String privateKey,
        String publicKey,
        String accessKey,
        String accessToken) {

    static IssuedCertificateJson of(IssuedCertificate issued) {
        return new IssuedCertificateJson(
                issued.entry().id(),
                issued.entry().name(),
                issued.certificate(),
                issued.chain(),
                issued.privateKey(),
                issued.publicKey(),
                issued.accessKey(),
                issued.accessToken());
    }

    @Override
    public String toString() {
        return "IssuedCertificateJson[" + accessKey + "]";
    }
}
