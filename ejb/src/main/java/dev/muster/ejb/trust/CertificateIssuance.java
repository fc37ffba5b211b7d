package dev.muster.ejb.trust;

import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.issue.IssuedX509;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The transactions in which a certificate is made. {@link CertificateService} has checked the caller. */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CertificateIssuance {

    @Inject
    private ActLog acts;

    @Inject
    private CertificateRepository certificates;

    @Inject
    private PlatformRoots roots;

    @Inject
    private CertificateQuotas quotas;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    /**
     * Checks the manufacturer before a key is made.
     *
     * @throws ProblemException {@code not-found}
     * @throws QuotaReachedException if it has as many valid certificates as it may have
     */
    public void requireManufacturer(UUID manufacturerId) {
        store.get(Manufacturer.class, manufacturerId);
        quotas.requireRoom(manufacturerId, clock.instant());
    }

    /**
     * Signs and stores the certificate, with a new access key and access token.
     *
     * @param userId the user who wants it
     * @throws QuotaReachedException if the manufacturer has as many valid certificates as it may have
     */
    public IssuedCertificate issue(UUID manufacturerId, CertificateRequest request, NewKey key, UUID userId) {
        Manufacturer manufacturer = store.get(Manufacturer.class, manufacturerId);
        String accessKey = Secrets.newAccessKey(random);
        String accessToken = Secrets.newAccessToken(random);
        Instant now = clock.instant();
        CertificateSubject subject =
                new CertificateSubject(manufacturer.name(), request.name().entered(), accessKey);
        X509Certificate x509 = sign(request, subject, key.publicKey(), now);
        ManufacturerCertificate entry = new ManufacturerCertificate(
                        manufacturer,
                        request,
                        key.algorithm(),
                        accessKey,
                        Secrets.sha256Base64Url(accessToken),
                        IssuedX509.of(x509),
                        now)
                .signedBy(roots.deviceRootId());
        quotas.add(manufacturerId, now);
        certificates.add(entry);
        acts.record(LoggedAct.of(Act.CERTIFICATE_CREATED)
                .by("user", userId)
                .manufacturer(manufacturerId)
                .object("certificate", entry.id())
                .with("serialNumber", x509.getSerialNumber().toString(16)));
        return new IssuedCertificate(
                entry,
                Pem.encode(x509),
                roots.chainPem(entry.issuerId()),
                roots.serverPem(),
                key.privatePem(),
                Pem.encode(key.publicKey()),
                accessKey,
                accessToken);
    }

    private X509Certificate sign(CertificateRequest request, CertificateSubject subject, PublicKey key, Instant now) {
        CertificateIssuer issuer = roots.openDeviceRoot();
        return switch (request.purpose()) {
            case PROOF -> issuer.proof(subject, key, request.validityDays(), roots.crlAddress(), now, random);
            case DEVICE_CA -> issuer.deviceCa(subject, key, request.validityDays(), roots.crlAddress(), now, random);
        };
    }
}
