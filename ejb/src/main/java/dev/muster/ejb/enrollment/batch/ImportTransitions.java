package dev.muster.ejb.enrollment.batch;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.enrollment.RowMap;
import dev.muster.domain.enrollment.file.FileReading;
import dev.muster.domain.enrollment.file.FileWarning;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.allowlist.EnrollmentPermission;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The steps of an import from one status to the next. Each is a transaction of its own, so that everyone sees the
 * status, and a server that takes over knows where to go on. The services that call it have asked the caller.
 */
@Access(Rule.WITHIN)
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportTransitions {

    @Inject
    private ImportRepository imports;

    @Inject
    private EnrollmentPermission permission;

    @Inject
    private ImportQuotas quotas;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    /**
     * Begins an import.
     *
     * @throws ProblemException {@code validation-failed} if there is no such manufacturer
     * @throws ProblemException {@code forbidden} if it does not let the organization enroll
     * @throws QuotaReachedException if a quota of the organization is reached
     */
    public DeviceImport begin(Caller caller, UUID organizationId, UUID importId, ImportSource source) {
        quotas.begin(organizationId);
        DeviceImport deviceImport = new DeviceImport(
                importId,
                store.get(Organization.class, organizationId),
                manufacturer(organizationId, source.manufacturerId()),
                source.fileName(),
                source.length(),
                caller.userId(),
                clock.instant());
        imports.add(deviceImport);
        return deviceImport;
    }

    /**
     * The manufacturer of a file that is about to come in.
     *
     * @throws ProblemException as for {@link #begin}
     */
    public Manufacturer manufacturer(UUID organizationId, UUID id) {
        Manufacturer manufacturer = store.find(Manufacturer.class, id)
                .orElseThrow(() -> ProblemException.invalid("There is no such manufacturer; search for it by name."));
        permission.require(manufacturer, organizationId);
        return manufacturer;
    }

    /** An import as it is now, of any organization; empty if it is gone. */
    public Optional<DeviceImport> find(UUID importId) {
        return imports.find(importId);
    }

    /** The imports that a server is at work on, or was when it died. */
    @Access(Rule.SYSTEM)
    public List<UUID> atWork() {
        return imports.atWork();
    }

    /** All rows of the file are stored. If their numbers have gaps, the map is made from the rows when it is needed. */
    public void read(UUID importId, StoredFile file) {
        FileReading reading = file.reading();
        DeviceImport deviceImport = imports.lock(importId);
        requireGoingOn(deviceImport, ImportStatus.READING);
        deviceImport.read(
                reading.rows(),
                file.warnings().stream().map(FileWarning::detail).toList(),
                file.evidence());
        if (reading.isGapless()) {
            imports.add(RowMap.ofFile(importId, reading.rows()));
        }
    }

    /**
     * Ends an import before it became a draft, unless it became one meanwhile. The rows that came in can be looked at.
     */
    public void breakOff(UUID importId, ImportStatus end, String reason) {
        DeviceImport deviceImport = imports.lock(importId);
        if (deviceImport.status().next().contains(end)) {
            deviceImport.breakOff(end, reason);
        }
    }

    /** Deletes an import whose file was refused. */
    public void forget(UUID importId) {
        imports.find(importId).ifPresent(imports::remove);
    }

    /** Deletes the rows of an import that its manager stopped. */
    public void empty(UUID importId) {
        imports.find(importId).ifPresent(deviceImport -> {
            imports.removeRows(importId);
            deviceImport.emptied();
        });
    }

    /** A commit did not come to its end. The draft is as it was. */
    public void uncommitted(UUID importId, String reason) {
        DeviceImport deviceImport = imports.lock(importId);
        if (deviceImport.status() == ImportStatus.COMMITTING) {
            deviceImport.uncommitted(reason);
        }
    }

    /** A change of many rows did not come to its end. The draft is as it was. */
    public void unchanged(UUID importId, String reason) {
        DeviceImport deviceImport = imports.lock(importId);
        if (deviceImport.status() == ImportStatus.CHANGING) {
            deviceImport.unchanged(reason);
        }
    }

    /**
     * Tells everyone how far a commit, a change or a validation is.
     *
     * @throws ImportCancelledException if its manager asked to stop it
     */
    public void progress(UUID importId, long done, long total) {
        if (imports.progress(importId, done, total) == 0) {
            throw new ImportCancelledException();
        }
    }

    private static void requireGoingOn(DeviceImport deviceImport, ImportStatus status) {
        if (deviceImport.status() != status) {
            throw new ImportCancelledException();
        }
    }
}
