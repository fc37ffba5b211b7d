package dev.muster.ejb.trust.revocation;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.device.CertificateUse;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.trust.CertificateFilter;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads a manufacturer's certificates with the number of devices that each has proved. */
@Stateless
public class CertificateUseService {

    @Inject
    private CertificateRepository certificates;

    @Inject
    private DeviceRepository devices;

    @Inject
    private DatabaseTime time;

    /** Newest first. */
    public Page<CertificateInUse> list(
            Caller caller, UUID manufacturerId, CertificateFilter filter, PageRequest request) {
        caller.requireManufacturerReader(manufacturerId);
        Page<ManufacturerCertificate> page = certificates.list(manufacturerId, filter, time.now(), request);
        List<UUID> ids = page.items().stream().map(ManufacturerCertificate::id).toList();
        Map<UUID, CertificateUse> use = ids.isEmpty() ? Map.of() : devices.useOf(ids);
        return page.map(certificate ->
                new CertificateInUse(certificate, use.getOrDefault(certificate.id(), CertificateUse.NONE)));
    }

    /** @throws ProblemException {@code not-found} */
    public CertificateInUse get(Caller caller, UUID manufacturerId, UUID certificateId) {
        caller.requireManufacturerReader(manufacturerId);
        ManufacturerCertificate certificate = certificates.get(manufacturerId, certificateId);
        Map<UUID, CertificateUse> use = devices.useOf(List.of(certificateId));
        return new CertificateInUse(certificate, use.getOrDefault(certificateId, CertificateUse.NONE));
    }

    /** The active certificates that expire soon, the first to expire first. */
    public Page<ManufacturerCertificate> listExpiring(Caller caller, UUID manufacturerId, PageRequest request) {
        caller.requireManufacturerReader(manufacturerId);
        return certificates.expiring(manufacturerId, time.now(), request);
    }
}
