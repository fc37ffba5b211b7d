package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.enrollment.InvalidPages;
import dev.muster.domain.enrollment.RowMap;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.device.DeviceModelRepository;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.enrollment.batch.ImportQuotas;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.row.RowPlace;
import dev.muster.ejb.enrollment.row.RowQuery;
import dev.muster.ejb.enrollment.row.RowRepository;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows imports, and discards, withdraws or stops them. */
@Stateless
public class ImportService {

    /** More ranges help nobody. */
    private static final int MAX_RANGES = 1_000;

    @Inject
    private ActLog acts;

    @Inject
    private ImportRepository imports;

    @Inject
    private RowRepository rows;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private DeviceModelRepository models;

    @Inject
    private ImportQuotas quotas;

    /**
     * The organization's imports, newest first.
     *
     * @param search a part of the name of the file or the manufacturer; null or blank for all
     * @param statuses only imports with one of these
     */
    public Page<DeviceImport> list(
            Caller caller,
            UUID organizationId,
            @Nullable String search,
            Set<ImportStatus> statuses,
            PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return imports.list(organizationId, new SearchText(search), statuses, request);
    }

    public DeviceImport get(Caller caller, UUID organizationId, UUID importId) {
        caller.requireOrganizationReader(organizationId);
        return imports.get(organizationId, importId);
    }

    /**
     * Chooses the model that the devices of an import get when they are created. Existing devices keep their model.
     *
     * @param modelId null for the default of their type
     * @throws ProblemException {@code not-found} if the organization has no such import or model
     */
    public DeviceImport choose(Caller caller, UUID organizationId, UUID importId, @Nullable UUID modelId) {
        caller.requireOrganization(organizationId);
        DeviceImport deviceImport = imports.lock(organizationId, importId);
        if (modelId != null) {
            models.lock(organizationId, modelId);
        }
        imports.choose(deviceImport, modelId);
        return deviceImport;
    }

    /**
     * Why the rows of a draft cannot all be committed: the organization's quota of devices, as a sentence. Empty if
     * they can, or if the import is not a draft.
     */
    public Optional<String> warning(Caller caller, UUID organizationId, UUID importId) {
        DeviceImport deviceImport = get(caller, organizationId, importId);
        return deviceImport.isDraft()
                ? quotas.exceeded(deviceImport).map(QuotaReachedException::getMessage)
                : Optional.empty();
    }

    /** The draft with the rows that a committed import left out; empty if there is none, or none any more. */
    public Optional<DeviceImport> rest(Caller caller, UUID organizationId, UUID importId) {
        return imports.restOf(get(caller, organizationId, importId));
    }

    /** Rows of an import. */
    public Page<EnrollmentRow> rows(Caller caller, UUID organizationId, UUID importId, RowQuery query) {
        return rows.page(get(caller, organizationId, importId), query);
    }

    /** The pages that hold an invalid cell when rows are shown in file order. */
    public InvalidPages invalidPages(Caller caller, UUID organizationId, UUID importId, int pageSize) {
        DeviceImport deviceImport = get(caller, organizationId, importId);
        return deviceImport.invalidCells() == 0
                ? InvalidPages.NONE
                : rows.map(deviceImport).invalidPages(new PageRequest(0, pageSize).size(), MAX_RANGES);
    }

    /** The next row with an invalid cell after a row, in file order; after the last row it begins again at the top. */
    public Optional<RowPlace> nextInvalid(Caller caller, UUID organizationId, UUID importId, int row, int pageSize) {
        RowMap map = rows.map(get(caller, organizationId, importId));
        return map.nextInvalid(row).stream()
                .mapToObj(next -> new RowPlace(next, map.pageOf(next, pageSize)))
                .findFirst();
    }

    /**
     * Decides what a second valid proof for a device of this import does.
     *
     * @param policy null for the organization's policy
     * @throws ProblemException {@code conflict} if it is neither a draft nor committed
     */
    public DeviceImport reprovisionBy(
            Caller caller, UUID organizationId, UUID importId, @Nullable ReprovisioningPolicy policy) {
        caller.requireOrganization(organizationId);
        DeviceImport deviceImport = imports.lock(organizationId, importId);
        deviceImport.reprovisionBy(policy);
        return deviceImport;
    }

    /**
     * Discards a draft or what is left of a file that broke off. Withdraws a committed import and deletes its
     * enrollments. Stops an import that is being read or checked, and keeps no rows of it. Asks a change or a commit to
     * stop.
     *
     * @throws ProblemException {@code conflict} if one of its devices is provisioned
     */
    public void discard(Caller caller, UUID organizationId, UUID importId) {
        caller.requireOrganization(organizationId);
        DeviceImport deviceImport = imports.lock(organizationId, importId);
        switch (deviceImport.status()) {
            case READING, VALIDATING -> deviceImport.breakOff(ImportStatus.CANCELLED, "It was cancelled.");
            case CHANGING, COMMITTING -> deviceImport.requestCancel();
            case COMMITTED -> withdraw(caller, deviceImport);
            case DRAFT, INTERRUPTED, CANCELLED, FAILED -> imports.remove(deviceImport);
        }
    }

    private void withdraw(Caller caller, DeviceImport deviceImport) {
        enrollments.lockAll(deviceImport.id());
        long provisioned = enrollments.provisioned(deviceImport.id());
        if (provisioned > 0) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "Devices of this import are provisioned already (" + provisioned
                            + "). Delete the enrollments that you do not want one by one.");
        }
        enrollments.removeAll(deviceImport);
        imports.remove(deviceImport);
        acts.record(LoggedAct.of(Act.IMPORT_WITHDRAWN, caller)
                .organization(deviceImport.organization().id())
                .object("import", deviceImport.id()));
    }
}
