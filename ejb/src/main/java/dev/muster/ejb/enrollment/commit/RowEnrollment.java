package dev.muster.ejb.enrollment.commit;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.row.BulkHints;
import dev.muster.ejb.enrollment.row.RowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.roaringbitmap.RoaringBitmap;

/** Makes enrollments of rows, range by range in one transaction, so that others see the progress. */
@ApplicationScoped
public class RowEnrollment {

    private static final int ROWS_IN_STATEMENT = 50_000;

    @Inject
    private ImportRepository imports;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private RowRepository rows;

    @Inject
    private BulkHints hints;

    /**
     * Enrolls the rows of an import: all rows, or the valid rows only.
     *
     * @param progress told how many rows are done
     * @return how many became enrollments
     */
    public int enroll(DeviceImport deviceImport, Instant now, LongConsumer progress) {
        RoaringBitmap numbers = rows.map(deviceImport).rows();
        int enrolled = 0;
        for (int done = 0; done < numbers.getCardinality(); done += ROWS_IN_STATEMENT) {
            int end = Math.min(numbers.getCardinality(), done + ROWS_IN_STATEMENT);
            enrolled += enrollments.enroll(deviceImport, now, numbers.select(done), numbers.select(end - 1));
            progress.accept(end);
        }
        hints.tellOfManyEnrollments(enrolled);
        return enrolled;
    }

    /**
     * Moves the rows that became no enrollments to a draft of their own.
     *
     * @return that draft, without counts; empty if every row was enrolled
     */
    public Optional<DeviceImport> leaveOut(DeviceImport committed, int enrolled, Instant now) {
        if (enrolled == committed.rowCount()) {
            return Optional.empty();
        }
        DeviceImport rest = DeviceImport.restOf(committed, now);
        imports.add(rest);
        imports.addClaim(rest.id());
        rows.moveNotEnrolled(committed, rest);
        committed.count(DraftCounts.ofRows(enrolled));
        return Optional.of(rest);
    }
}
