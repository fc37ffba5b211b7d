package dev.muster.rest.trust;

import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.CertificateKey;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.KeyAlgorithm;
import dev.muster.rest.shared.JsonBody;

/** The certificate that is wanted. */
public record NewCertificate(String name, CertificatePurpose purpose, KeyAlgorithm keyAlgorithm, int validityDays) {

    static final String[] MEMBERS = {"name", "purpose", "keyAlgorithm", "validityDays"};

    private static final int DEFAULT_DAYS = 365;

    static NewCertificate from(JsonBody body) {
        return new NewCertificate(
                body.text("name"),
                body.constant("purpose", CertificatePurpose.class, CertificatePurpose.PROOF),
                body.constant("keyAlgorithm", KeyAlgorithm.class, KeyAlgorithm.EC_P256),
                body.integer("validityDays", DEFAULT_DAYS));
    }

    CertificateRequest toRequest() {
        return new CertificateRequest(
                new TenantName(name), purpose, new CertificateKey.Generated(keyAlgorithm), validityDays, null, false);
    }
}
