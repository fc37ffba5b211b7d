package dev.muster.ejb.overview;

import dev.muster.domain.overview.BarSeries;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.tally.TallyKind;
import dev.muster.domain.trust.CertificateStatus;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.tally.CertificateNumber;
import dev.muster.ejb.tally.EventNumber;
import dev.muster.ejb.tally.NumberRepository;
import dev.muster.ejb.trust.CertificateFilter;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts the overview of a manufacturer together. The service has asked the caller. */
@ApplicationScoped
class CertificateOverview {

    private static final CertificateFilter ACTIVE = new CertificateFilter(Set.of(CertificateStatus.ACTIVE), "");

    /** More than a manufacturer has; otherwise the newest. */
    private static final PageRequest ALL = new PageRequest(0, PageRequest.MAX_SIZE);

    private static final int MOST_USED = 8;

    @Inject
    private NumberRepository numbers;

    @Inject
    private CertificateRepository certificates;

    @Inject
    private DatabaseTime time;

    ManufacturerOverview of(UUID manufacturerId) {
        Instant now = time.now();
        List<CertificateNumber> devices = numbers.ofManufacturer(manufacturerId);
        Map<UUID, List<CertificateNumber>> byCertificate =
                devices.stream().collect(Collectors.groupingBy(CertificateNumber::certificateId));
        Page<ManufacturerCertificate> active = certificates.list(manufacturerId, ACTIVE, now, ALL);
        List<EventNumber> attempts = attempts(manufacturerId, now);
        Instant since = BarSeries.start(ChronoUnit.HOURS, BarSeries.HOURS, now);
        return new ManufacturerOverview(
                sum(devices),
                devices.stream()
                        .map(CertificateNumber::organizationId)
                        .distinct()
                        .count(),
                active.total(),
                mostUsed(active.items(), byCertificate),
                endings(active.items(), byCertificate, now),
                ProofActivity.of(now, attempts),
                Refusals.since(since, attempts),
                since);
    }

    private List<EventNumber> attempts(UUID manufacturerId, Instant now) {
        Instant from = BarSeries.start(ChronoUnit.DAYS, BarSeries.DAYS, now);
        return numbers.eventsOfManufacturer(manufacturerId, from).stream()
                .filter(event -> event.kind() == TallyKind.ATTEMPTS)
                .toList();
    }

    private static List<CertificateShare> mostUsed(
            List<ManufacturerCertificate> active, Map<UUID, List<CertificateNumber>> byCertificate) {
        return active.stream()
                .map(certificate -> share(certificate, byCertificate.getOrDefault(certificate.id(), List.of())))
                .sorted(Comparator.comparingLong(CertificateShare::devices).reversed())
                .limit(MOST_USED)
                .toList();
    }

    private static CertificateShare share(ManufacturerCertificate certificate, List<CertificateNumber> numbers) {
        return new CertificateShare(
                certificate.id(),
                certificate.name(),
                certificate.notAfter(),
                sum(numbers),
                numbers.size(),
                certificate.maxDevices());
    }

    private static List<CertificateEnding> endings(
            List<ManufacturerCertificate> active, Map<UUID, List<CertificateNumber>> byCertificate, Instant now) {
        return active.stream()
                .flatMap(certificate ->
                        CertificateEndings.of(
                                certificate, sum(byCertificate.getOrDefault(certificate.id(), List.of())), now)
                                .stream())
                .sorted(Comparator.comparing(CertificateEnding::at))
                .toList();
    }

    private static long sum(List<CertificateNumber> numbers) {
        return numbers.stream().mapToLong(CertificateNumber::devices).sum();
    }
}
