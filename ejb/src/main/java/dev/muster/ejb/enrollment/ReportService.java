package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.file.ReportStatus;
import dev.muster.domain.enrollment.file.ReportWriter;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.domain.shared.Caller;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.row.RowRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of an import as a file, with the result of each row. The report of a committed import also has the
 * rows that were left out, as long as they are a draft. A manager can repair the file and import it again.
 */
@Stateless
public class ReportService {

    private static final int PAGE = 2_000;

    @Inject
    private ImportRepository imports;

    @Inject
    private RowRepository rows;

    /**
     * Writes the report, page by page: memory does not grow with the import.
     *
     * @param target flushed only at the end, and not closed
     */
    public void write(Caller caller, UUID organizationId, UUID importId, OutputStream target) throws IOException {
        caller.requireOrganizationReader(organizationId);
        DeviceImport deviceImport = imports.get(organizationId, importId);
        Writer writer = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8), 1 << 16);
        write(deviceImport, sources(deviceImport), new ReportWriter(writer));
        writer.flush();
    }

    private List<UUID> sources(DeviceImport deviceImport) {
        List<UUID> sources = new ArrayList<>(List.of(deviceImport.id()));
        imports.restOf(deviceImport).filter(DeviceImport::isDraft).ifPresent(rest -> sources.add(rest.id()));
        return sources;
    }

    private void write(DeviceImport deviceImport, List<UUID> sources, ReportWriter report) throws IOException {
        RowRules rules = deviceImport.rules();
        UUID enrolled = deviceImport.status() == ImportStatus.COMMITTED ? deviceImport.id() : null;
        List<EnrollmentRow> page = rows.after(sources, 0, PAGE);
        while (!page.isEmpty()) {
            for (EnrollmentRow row : page) {
                report.write(row.cells(), status(row, enrolled), errors(row, rules));
            }
            page = rows.after(sources, page.getLast().number(), PAGE);
        }
    }

    private static ReportStatus status(EnrollmentRow row, @Nullable UUID enrolled) {
        if (row.batchId().equals(enrolled)) {
            return ReportStatus.ENROLLED;
        }
        return row.invalidCells() > 0 ? ReportStatus.INVALID : ReportStatus.VALID;
    }

    private static List<String> errors(EnrollmentRow row, RowRules rules) {
        List<String> errors = new ArrayList<>();
        for (Column column : Column.values()) {
            if (row.faults().get(column) != null) {
                errors.add(ReportWriter.error(column, rules.explain(column, row)));
            }
        }
        return errors;
    }
}
