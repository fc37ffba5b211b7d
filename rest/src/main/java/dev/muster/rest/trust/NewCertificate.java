package dev.muster.rest.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.CertificateKey;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.CertificateSigningRequest;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.rest.shared.JsonBody;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The certificate to make. */
@Schema(name = "NewCertificate")
public record NewCertificate(
        @Schema(required = true, maxLength = TenantName.MAX_LENGTH)
        String name,

        @Schema(description = "PROOF signs provision requests, DEVICE_CA device certificates; PROOF if absent")
        CertificatePurpose purpose,

        @Schema(
                description = "Without csr: the kind of key to make; EC_P256 if absent. With csr: the kind of the csr's"
                        + " key. RSA is only for keys of other sizes in a csr, ED25519 only for PROOF")
        KeyAlgorithm keyAlgorithm,

        @Schema(
                description = "PKCS#10 in PEM, at most 16 KiB: the private key stays with its owner. The server uses"
                        + " the csr's key and ignores its subject and extensions")
        String csr,

        @Schema(minimum = "1", maximum = "3650", defaultValue = "365", description = "At most 1,095 for PROOF")
        int validityDays,

        @Schema(
                minimum = "1",
                nullable = true,
                description = "How many devices the certificate may prove; absent for no limit")
        Integer maxDevices,

        @Schema(defaultValue = "false", description = "Also accept the literal proof; only for PROOF with RSA")
        boolean literalForm) {

    static final String[] MEMBERS = {
        "name", "purpose", "keyAlgorithm", "csr", "validityDays", "maxDevices", "literalForm"
    };

    private static final int DEFAULT_DAYS = 365;

    static NewCertificate from(JsonBody body) {
        return new NewCertificate(
                body.text("name"),
                body.constant("purpose", CertificatePurpose.class, CertificatePurpose.PROOF),
                body.constant("keyAlgorithm", KeyAlgorithm.class),
                body.text("csr", null),
                body.integer("validityDays", DEFAULT_DAYS),
                body.integer("maxDevices"),
                body.flag("literalForm"));
    }

    /**
     * @throws ProblemException {@code validation-failed} if the members contradict each other, or the server cannot use
     *     the key in the csr
     */
    CertificateRequest toRequest() {
        return new CertificateRequest(new TenantName(name), purpose, key(), validityDays, maxDevices, literalForm);
    }

    private CertificateKey key() {
        return csr == null
                ? toBeMade()
                : brought(CertificateSigningRequest.parse(csr.getBytes(StandardCharsets.UTF_8)));
    }

    private CertificateKey toBeMade() {
        KeyAlgorithm wanted = keyAlgorithm == null ? KeyAlgorithm.EC_P256 : keyAlgorithm;
        if (!wanted.isOffered()) {
            throw ProblemException.invalid("The server does not make keys of the kind " + wanted + "; choose one of "
                    + String.join(
                            ", ", purpose.offeredKeys().stream().map(Enum::name).toList())
                    + ", or send a csr with your own key.");
        }
        return new CertificateKey.Generated(wanted);
    }

    private CertificateKey brought(CertificateSigningRequest request) {
        if (keyAlgorithm != null && keyAlgorithm != request.keyAlgorithm()) {
            throw ProblemException.invalid("The key in the csr is " + request.keyAlgorithm() + ", not " + keyAlgorithm
                    + "; leave the member keyAlgorithm out, or send a csr with such a key.");
        }
        return new CertificateKey.Requested(request.der());
    }
}
