package dev.muster.ejb.notice;

import dev.muster.domain.notice.Notice;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.Scope;
import dev.muster.ejb.tally.NumberRepository;
import dev.muster.ejb.trust.revocation.RevocationNews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells each organization with devices that a certificate has proved what becomes of the certificate. How many devices
 * these are is counted in advance, so that this takes as long for a hundred thousand devices as for ten. The caller has
 * locked the certificate.
 */
@ApplicationScoped
public class CertificateNotices implements RevocationNews {

    @Inject
    private NoticeRepository notices;

    @Inject
    private NumberRepository numbers;

    /** Also corrects the notices of organizations whose devices have all left the certificate. */
    @Override
    public void tell(ManufacturerCertificate certificate, Instant now) {
        Map<UUID, Long> devices =
                numbers.ofCertificate(certificate.manufacturer().id(), certificate.id());
        List<Notice> written = notices.ofCertificate(certificate.id());
        written.forEach(notice -> notice.follow(certificate, devices.getOrDefault(notice.organizationId(), 0L), now));
        if (certificate.revokedAt() != null) {
            Set<UUID> told = written.stream().map(Notice::organizationId).collect(Collectors.toSet());
            devices.forEach((organizationId, number) -> {
                if (!told.contains(organizationId)) {
                    notices.add(Notice.ofEnd(certificate, organizationId, number, now));
                }
            });
        }
    }

    /**
     * The certificate has proved a device, although its end is planned: its organization may not have had one when the
     * plan was made.
     */
    public void joined(ManufacturerCertificate certificate, UUID organizationId, Instant now) {
        CurrentScope.run(Scope.PLATFORM, () -> notices.addIfMissing(certificate, organizationId, 1, now));
    }
}
