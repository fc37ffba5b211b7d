package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.EnrollmentBatch;
import dev.muster.domain.enrollment.EnrollmentRow;
import dev.muster.domain.enrollment.FileReading;
import dev.muster.domain.enrollment.FileRow;
import dev.muster.domain.enrollment.FileWarning;
import dev.muster.domain.enrollment.ImportFileReader;
import dev.muster.domain.enrollment.ImportLimits;
import dev.muster.domain.enrollment.ImportRefusedException;
import dev.muster.domain.enrollment.RowRules;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.Store;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Imports: a file becomes a draft, is looked at, and is discarded or withdrawn. */
@Stateless
public class ImportService {

    @Inject
    private DraftRepository drafts;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private ConflictMarker conflicts;

    @Inject
    private Store store;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "muster.import.max-rows", defaultValue = "1000000")
    private int maxRows;

    /**
     * Reads a file into a new draft; its rows go to the database as they come.
     *
     * @throws ImportRefusal where the file cannot be taken; nothing is kept of it
     * @throws ProblemException {@code validation-failed} where there is no such manufacturer
     * @throws UncheckedIOException where the sender went away
     */
    public EnrollmentBatch upload(Caller caller, UUID organizationId, ImportSource source) {
        caller.requireOrganization(organizationId);
        Manufacturer manufacturer = store.find(Manufacturer.class, source.manufacturerId())
                .orElseThrow(() -> ProblemException.invalid("There is no such manufacturer; search for it by name."));
        EnrollmentBatch draft = new EnrollmentBatch(
                store.get(Organization.class, organizationId),
                manufacturer,
                source.fileName(),
                caller.userId(),
                clock.instant());
        drafts.add(draft);
        drafts.work(connection -> read(source, draft, connection));
        conflicts.mark(draft);
        return draft;
    }

    /** The organization's imports, newest first. */
    public Page<EnrollmentBatch> list(Caller caller, UUID organizationId, PageRequest request) {
        caller.requireOrganization(organizationId);
        return drafts.list(organizationId, request);
    }

    public EnrollmentBatch get(Caller caller, UUID organizationId, UUID importId) {
        caller.requireOrganization(organizationId);
        return drafts.get(organizationId, importId);
    }

    /** Rows of an import in file order. */
    public Page<EnrollmentRow> rows(
            Caller caller, UUID organizationId, UUID importId, boolean invalidOnly, PageRequest request) {
        EnrollmentBatch batch = get(caller, organizationId, importId);
        return drafts.rows(batch.id(), invalidOnly, request);
    }

    /** The pages, from 0, that hold an invalid cell when rows are shown in file order. */
    public List<Integer> invalidPages(Caller caller, UUID organizationId, UUID importId, int pageSize) {
        EnrollmentBatch batch = get(caller, organizationId, importId);
        return drafts.invalidPages(batch.id(), new PageRequest(0, pageSize).size());
    }

    /**
     * Discards a draft, or withdraws a committed import: its enrollments end.
     *
     * @throws ProblemException {@code conflict} where one of its devices is provisioned
     */
    public void discard(Caller caller, UUID organizationId, UUID importId) {
        caller.requireOrganization(organizationId);
        EnrollmentBatch batch = drafts.lock(organizationId, importId);
        if (!batch.isDraft()) {
            withdraw(batch);
        }
        drafts.remove(batch);
    }

    private void withdraw(EnrollmentBatch batch) {
        enrollments.lockAll(batch.id());
        long provisioned = enrollments.provisioned(batch.id());
        if (provisioned > 0) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "Devices of this import are provisioned already (" + provisioned
                            + "); delete the enrollments that are not wanted one by one.");
        }
        enrollments.removeAll(batch.id());
    }

    private void read(ImportSource source, EnrollmentBatch draft, Connection connection) throws SQLException {
        RowRules rules = new RowRules(draft.manufacturer().identifierRules());
        try (RowWriter writer = new RowWriter(connection)) {
            FileReading reading = new ImportFileReader(ImportLimits.DEFAULT.withMaxRows(maxRows))
                    .read(source.content(), source.mapping(), row -> write(writer, draft, row, rules));
            draft.warn(reading.warnings().stream().map(FileWarning::detail).collect(Collectors.joining("\n")));
        } catch (ImportRefusedException e) {
            throw new ImportRefusal(e.errors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(RowWriter writer, EnrollmentBatch draft, FileRow row, RowRules rules) {
        try {
            writer.write(new EnrollmentRow(draft.id(), row, rules));
        } catch (SQLException e) {
            throw new IllegalStateException("A row could not be written", e);
        }
    }
}
