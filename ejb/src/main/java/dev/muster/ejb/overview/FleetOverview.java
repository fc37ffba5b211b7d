package dev.muster.ejb.overview;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.overview.Activity;
import dev.muster.domain.overview.Bar;
import dev.muster.domain.overview.BarSeries;
import dev.muster.domain.overview.FleetTotals;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.tally.TallyKind;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.notice.NoticeService;
import dev.muster.ejb.provisioning.approval.ApprovalService;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.tally.EventNumber;
import dev.muster.ejb.tally.FleetNumbers;
import dev.muster.ejb.tally.ImportNumbers;
import dev.muster.ejb.tally.NumberRepository;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Puts the overview of an organization together. The service has asked the caller. */
@ApplicationScoped
class FleetOverview {

    private static final PageRequest FIVE = new PageRequest(0, 5);

    private static final PageRequest THREE = new PageRequest(0, 3);

    private static final PageRequest ONE = new PageRequest(0, 1);

    @Inject
    private NumberRepository numbers;

    @Inject
    private CertificateRepository certificates;

    @Inject
    private ImportService imports;

    @Inject
    private ApprovalService approvals;

    @Inject
    private NoticeService notices;

    @Inject
    private DatabaseTime time;

    OrganizationOverview of(Caller caller, UUID organizationId) {
        Instant now = time.now();
        FleetNumbers fleet = numbers.ofOrganization(organizationId);
        Collection<ManufacturerCertificate> proofs = proofs(fleet.devices().keySet());
        List<EventNumber> events =
                numbers.eventsOfOrganization(organizationId, BarSeries.start(ChronoUnit.DAYS, BarSeries.DAYS, now));
        FleetTotals totals = totals(fleet, proofs, now);
        Instant since = BarSeries.start(ChronoUnit.HOURS, BarSeries.HOURS, now);
        return new OrganizationOverview(
                totals,
                activity(events, TallyKind.JOINS, now),
                activity(events, TallyKind.MESSAGES, now),
                Refusals.since(since, events),
                since,
                tasks(caller, organizationId, fleet, CertificateEndings.of(proofs, fleet, totals.expected() > 0, now)),
                recent(caller, organizationId));
    }

    /** Its name and its end are no secret to an organization with devices that it has proved. */
    private Collection<ManufacturerCertificate> proofs(Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : CurrentScope.ofPlatform(() -> certificates.byId(ids)).values();
    }

    private static FleetTotals totals(FleetNumbers fleet, Collection<ManufacturerCertificate> proofs, Instant now) {
        long invalidated = proofs.stream()
                .filter(proof -> proof.isRevoked(now))
                .mapToLong(proof -> fleet.provedBy(proof.id()))
                .sum();
        return new FleetTotals(fleet.enrolled(), fleet.allDevices() - invalidated, fleet.silent(), invalidated);
    }

    private static Activity activity(List<EventNumber> events, TallyKind kind, Instant now) {
        return Activity.of(
                now,
                events.stream()
                        .filter(event -> event.kind() == kind)
                        .map(event -> new Bar(event.hour(), event.amount()))
                        .toList());
    }

    private OpenTasks tasks(Caller caller, UUID organizationId, FleetNumbers fleet, List<CertificateEnding> endings) {
        Page<DeviceImport> drafts = imports.list(caller, organizationId, null, Set.of(ImportStatus.DRAFT), THREE);
        return new OpenTasks(
                approvals.ofWaiting(caller, organizationId),
                notices.unread(caller, organizationId, ONE).total(),
                fleet.expiring(),
                endings,
                drafts.items().stream()
                        .map(draft ->
                                new OpenDraft(draft.id(), draft.fileName(), draft.rowCount(), draft.invalidCells()))
                        .toList(),
                drafts.total() - drafts.items().size());
    }

    private List<RecentImport> recent(Caller caller, UUID organizationId) {
        List<DeviceImport> last = imports.list(caller, organizationId, null, Set.of(ImportStatus.COMMITTED), FIVE)
                .items();
        Map<UUID, ImportNumbers> joined = numbers.ofImports(
                organizationId, last.stream().map(DeviceImport::id).toList());
        return last.stream()
                .map(one -> recent(one, joined.getOrDefault(one.id(), ImportNumbers.NONE)))
                .toList();
    }

    private static RecentImport recent(DeviceImport one, ImportNumbers numbers) {
        return new RecentImport(
                one.id(),
                one.fileName(),
                one.manufacturer().name(),
                one.committedAt(),
                numbers.enrolled(),
                numbers.joined());
    }
}
