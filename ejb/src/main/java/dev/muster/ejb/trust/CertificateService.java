package dev.muster.ejb.trust;

import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.CertificateKey;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.CertificateSubject;
import dev.muster.domain.trust.IssuedX509;
import dev.muster.domain.trust.KeyAlgorithm;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.Pem;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Making and looking at a manufacturer's certificates. */
@Stateless
public class CertificateService {

    @Inject
    private CertificateRepository certificates;

    @Inject
    private PlatformRoot root;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    /**
     * Makes a certificate with its key pair, access key and access token; the answer is the only copy of the secrets.
     *
     * @throws ProblemException {@code validation-failed} where the name is the server's own
     */
    public IssuedCertificate create(Caller caller, UUID manufacturerId, CertificateRequest request) {
        caller.requireManufacturer(manufacturerId);
        if (root.isOwnName(request.name().entered())) {
            throw ProblemException.invalid("A certificate cannot have the name of this server; choose another.");
        }
        Manufacturer manufacturer = store.get(Manufacturer.class, manufacturerId);
        KeyAlgorithm algorithm = ((CertificateKey.Generated) request.key()).algorithm();
        KeyPair keys = algorithm.generate(random);
        String accessKey = Secrets.newAccessKey(random);
        String accessToken = Secrets.newAccessToken(random);
        Instant now = clock.instant();
        X509Certificate x509 = root.open()
                .proof(
                        new CertificateSubject(
                                manufacturer.name(), request.name().entered(), accessKey),
                        keys.getPublic(),
                        request.validityDays(),
                        root.crlAddress(),
                        now,
                        random);
        ManufacturerCertificate entry = new ManufacturerCertificate(
                manufacturer,
                request,
                algorithm,
                accessKey,
                Secrets.sha256Base64Url(accessToken),
                IssuedX509.of(x509),
                now);
        certificates.add(entry);
        return new IssuedCertificate(
                entry,
                Pem.encode(x509),
                Pem.encode(root.certificate()),
                Pem.encode(keys.getPrivate()),
                Pem.encode(keys.getPublic()),
                accessKey,
                accessToken);
    }

    /** Newest first, revoked ones included. */
    public Page<ManufacturerCertificate> list(Caller caller, UUID manufacturerId, PageRequest request) {
        caller.requireManufacturer(manufacturerId);
        return certificates.list(manufacturerId, request);
    }

    /** @throws ProblemException {@code not-found} */
    public ManufacturerCertificate get(Caller caller, UUID manufacturerId, UUID certificateId) {
        caller.requireManufacturer(manufacturerId);
        return certificates.get(manufacturerId, certificateId);
    }

    /**
     * The revocation list of an issuer, for everyone.
     *
     * @return DER (RFC 5280, section 5)
     * @throws ProblemException {@code not-found}
     */
    public byte[] revocationList(UUID issuerId) {
        if (!root.is(issuerId)) {
            throw ProblemException.notFound();
        }
        return root.open().revocationList(certificates.revoked(), clock.instant(), random);
    }

    /** The platform's root, for everyone: PEM. */
    public String rootPem() {
        return Pem.encode(root.certificate());
    }
}
