package dev.muster.ejb.trust;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.net.HostNames;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.trust.CertificateChange;
import dev.muster.domain.trust.CertificateKey;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.CertificateSigningRequest;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.quota.QuotaRates;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Makes, changes and reads a manufacturer's certificates. A key pair is made outside of any transaction, because that
 * may take seconds.
 */
@Stateless
public class CertificateService {

    @Inject
    private ActLog acts;

    @Inject
    private CertificateRepository certificates;

    @Inject
    private PlatformRoots roots;

    @Inject
    private HostNames names;

    @Inject
    private CertificateIssuance issuance;

    @Inject
    private KeyGeneration keys;

    @Inject
    private RsaMinimum rsa;

    @Inject
    private QuotaRates rates;

    @Inject
    private Clock clock;

    /**
     * Makes a certificate with its access key and access token, and with a key pair unless the manufacturer sends its
     * own key. The answer is the only copy of the secrets. Only the storing runs in a transaction, because an RSA key
     * may take a while.
     *
     * @throws ProblemException {@code validation-failed} if the name is the server's own or has a {@code *}, or if the
     *     manufacturer's key cannot be taken
     * @throws ProblemException {@code forbidden} for administrators, who belong to no manufacturer
     * @throws QuotaReachedException if the manufacturer has as many valid certificates as it may have, or as many keys
     *     were made for it in this hour
     * @throws ProblemException {@code unavailable} if this server cannot make more RSA keys at once
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @Audited(EventKind.CERTIFICATE_CREATED)
    public IssuedCertificate create(Caller caller, UUID manufacturerId, CertificateRequest request) {
        caller.requireManufacturer(manufacturerId);
        caller.requireRole(Role.MANUFACTURER_MANAGER);
        names.requireNoHost(request.name());
        issuance.requireManufacturer(manufacturerId);
        return issuance.issue(manufacturerId, request, keyFor(manufacturerId, request), caller.userId());
    }

    private NewKey keyFor(UUID manufacturerId, CertificateRequest request) {
        return switch (request.key()) {
            case CertificateKey.Requested(var pkcs10) -> {
                CertificateSigningRequest signed = CertificateSigningRequest.parse(pkcs10);
                request.checkKey(signed.keyAlgorithm());
                rsa.require(signed.publicKey());
                yield new NewKey(signed.keyAlgorithm(), signed.publicKey(), null);
            }
            case CertificateKey.Generated(var algorithm) -> {
                rates.use(manufacturerId, Quota.GENERATED_KEYS, 1);
                yield NewKey.made(algorithm, keys.make(manufacturerId, algorithm));
            }
        };
    }

    /**
     * Changes the settings of a certificate. Current proofs see it as it was.
     *
     * @throws ProblemException {@code not-found}
     * @throws ProblemException {@code validation-failed} if the literal form does not fit the purpose and the key
     * @throws ProblemException {@code conflict} if it is revoked
     */
    @Audited(EventKind.CERTIFICATE_CHANGED)
    public ManufacturerCertificate change(
            Caller caller, UUID manufacturerId, UUID certificateId, CertificateChange change) {
        caller.requireManufacturer(manufacturerId);
        ManufacturerCertificate certificate = certificates.get(manufacturerId, certificateId);
        certificates.lockForChange(certificate);
        certificate.change(change, clock.instant());
        acts.record(LoggedAct.of(Act.CERTIFICATE_CHANGED, caller)
                .manufacturer(manufacturerId)
                .object("certificate", certificateId));
        return certificate;
    }

    /** All certificates, also revoked ones, the newest first. */
    public Page<ManufacturerCertificate> list(Caller caller, UUID manufacturerId, PageRequest request) {
        caller.requireManufacturerReader(manufacturerId);
        return certificates.list(manufacturerId, CertificateFilter.ALL, clock.instant(), request);
    }

    /** @throws ProblemException {@code not-found} */
    public ManufacturerCertificate get(Caller caller, UUID manufacturerId, UUID certificateId) {
        caller.requireManufacturerReader(manufacturerId);
        return certificates.get(manufacturerId, certificateId);
    }

    /**
     * The number of certificates that can prove devices now, by manufacturer; the map lacks manufacturers without any.
     */
    public Map<UUID, Long> inForce(Caller caller, Collection<UUID> manufacturerIds) {
        manufacturerIds.forEach(caller::requireManufacturerReader);
        return manufacturerIds.isEmpty() ? Map.of() : certificates.inForce(manufacturerIds, clock.instant());
    }

    /**
     * The issuers of a certificate up to its device root, PEM.
     *
     * @throws ProblemException {@code not-found}
     */
    public String chainPem(Caller caller, UUID manufacturerId, UUID certificateId) {
        caller.requireManufacturerReader(manufacturerId);
        return roots.chainPem(certificates.get(manufacturerId, certificateId).issuerId());
    }

    /** The device roots, PEM, for everyone. They verify the certificates of manufacturers and devices. */
    @Access(Rule.EVERYONE)
    public String rootPem() {
        return roots.devicePem();
    }

    /** The server root, PEM. Clients trust it only for the server. */
    @Access(Rule.EVERYONE)
    public String serverPem() {
        return roots.serverPem();
    }
}
