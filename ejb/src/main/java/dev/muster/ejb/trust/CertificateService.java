package dev.muster.ejb.trust;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.net.HostNames;
import dev.muster.domain.trust.CertificateChange;
import dev.muster.domain.trust.CertificateKey;
import dev.muster.domain.trust.CertificateRequest;
import dev.muster.domain.trust.CertificateSigningRequest;
import dev.muster.domain.trust.ManufacturerCertificate;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Making, changing and looking at a manufacturer's certificates. A key pair is made outside of any transaction, because that
 * may take seconds.
 */
@Stateless
public class CertificateService {

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
    private Clock clock;

    /**
     * Makes a certificate with its access key and access token, and with a key pair where none is brought; the answer is
     * the only copy of the secrets. In no transaction but that of its recording: an RSA key may take a while.
     *
     * @throws ProblemException {@code validation-failed} if the name is the server's own or has a {@code *}, or if the
     *     key that was brought cannot be taken
     * @throws ProblemException {@code forbidden} for administrators, who are nobody's manufacturer
     * @throws ProblemException {@code unavailable} where this server makes as many RSA keys as it can
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public IssuedCertificate create(Caller caller, UUID manufacturerId, CertificateRequest request) {
        caller.requireManufacturer(manufacturerId);
        caller.requireRole(Role.MANUFACTURER_MANAGER);
        names.requireNoHost(request.name());
        issuance.requireManufacturer(manufacturerId);
        return issuance.issue(manufacturerId, request, keyFor(manufacturerId, request));
    }

    private NewKey keyFor(UUID manufacturerId, CertificateRequest request) {
        return switch (request.key()) {
            case CertificateKey.Requested(var pkcs10) -> {
                CertificateSigningRequest signed = CertificateSigningRequest.parse(pkcs10);
                request.checkKey(signed.keyAlgorithm());
                yield new NewKey(signed.keyAlgorithm(), signed.publicKey(), null);
            }
            case CertificateKey.Generated(var algorithm) ->
                NewKey.made(algorithm, keys.make(manufacturerId, algorithm));
        };
    }

    /**
     * Changes what can be changed about a certificate; proofs under way see it as it was.
     *
     * @throws ProblemException {@code not-found}
     * @throws ProblemException {@code validation-failed} where the literal form does not go with its purpose and key
     * @throws ProblemException {@code conflict} where it is revoked
     */
    public ManufacturerCertificate change(
            Caller caller, UUID manufacturerId, UUID certificateId, CertificateChange change) {
        caller.requireManufacturer(manufacturerId);
        ManufacturerCertificate certificate = certificates.get(manufacturerId, certificateId);
        certificates.lockAlone(certificate);
        certificate.change(change, clock.instant());
        return certificate;
    }

    /** Newest first, revoked ones included. */
    public Page<ManufacturerCertificate> list(Caller caller, UUID manufacturerId, PageRequest request) {
        caller.requireManufacturer(manufacturerId);
        return certificates.list(manufacturerId, CertificateFilter.ALL, clock.instant(), request);
    }

    /** @throws ProblemException {@code not-found} */
    public ManufacturerCertificate get(Caller caller, UUID manufacturerId, UUID certificateId) {
        caller.requireManufacturer(manufacturerId);
        return certificates.get(manufacturerId, certificateId);
    }

    /** How many certificates can prove devices now, by manufacturer; a manufacturer without any is not in the map. */
    public Map<UUID, Long> inForce(Caller caller, Collection<UUID> manufacturerIds) {
        manufacturerIds.forEach(caller::requireManufacturer);
        return manufacturerIds.isEmpty() ? Map.of() : certificates.inForce(manufacturerIds, clock.instant());
    }

    /** The device root, for everyone who verifies certificates of manufacturers and devices: PEM. */
    public String rootPem() {
        return roots.devicePem();
    }

    /** The server root, which clients trust for the server and nothing else: PEM. */
    public String serverPem() {
        return roots.serverPem();
    }
}
