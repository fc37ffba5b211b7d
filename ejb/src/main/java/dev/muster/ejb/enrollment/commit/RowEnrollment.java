package dev.muster.ejb.enrollment.commit;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.RowMap;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.row.BulkHints;
import dev.muster.ejb.enrollment.row.RowRepository;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.roaringbitmap.RoaringBitmap;

/** Makes rows enrollments, a range of rows at a time in one transaction, so that its progress is seen. */
@ApplicationScoped
public class RowEnrollment {

    private static final int ROWS_IN_STATEMENT = 50_000;

    private static final String ENROLL = """
            insert into enrollment (organization_id, manufacturer_id, batch_id, unique_identifier,
              normalized_identifier, device_name, normalized_name, device_type, parent_identifier, created_at)
            select cast(:organization as uuid), cast(:manufacturer as uuid), r.batch_id, r.unique_identifier,
              r.normalized_identifier, r.device_name, r.normalized_name, r.parsed_type, r.normalized_parent,
              cast(:now as timestamp with time zone)
            from enrollment_row r where r.batch_id = :batch and r.row_no between :first and :last""";

    /** A peripheral whose gateway is left out is left out, too. */
    private static final String VALID = """
            and r.invalid_cells = 0 and (r.normalized_parent is null
              or exists (select 1 from enrollment_row g where g.batch_id = r.batch_id and g.invalid_cells = 0
                and g.normalized_identifier = r.normalized_parent and g.parsed_type = 'GATEWAY')
              or exists (select 1 from enrollment e where e.organization_id = :organization
                and e.manufacturer_id = :manufacturer and e.normalized_identifier = r.normalized_parent
                and e.device_type = 'GATEWAY'))""";

    /** With the manufacturer, by whom there is an index. The duplicate of a row that was kept has its identifier. */
    private static final String LEAVE_OUT = """
            update enrollment_row set batch_id = :rest where batch_id = :batch and (invalid_cells > 0 or not exists (
              select 1 from enrollment e where e.batch_id = :batch and e.manufacturer_id = :manufacturer
                and e.normalized_identifier = enrollment_row.normalized_identifier))""";

    @Inject
    private ImportRepository drafts;

    @Inject
    private RowRepository rows;

    @Inject
    private BulkHints hints;

    @Inject
    private Store store;

    /**
     * Enrolls the rows of an import: all of them, or the valid ones.
     *
     * @param progress told how many rows are done
     * @return how many became enrollments
     */
    public int enroll(DeviceImport batch, Instant now, LongConsumer progress) {
        RoaringBitmap numbers = rows.map(batch).rows();
        int enrolled = 0;
        for (int done = 0; done < numbers.getCardinality(); done += ROWS_IN_STATEMENT) {
            int end = Math.min(numbers.getCardinality(), done + ROWS_IN_STATEMENT);
            enrolled += enroll(batch, now, numbers.select(done), numbers.select(end - 1));
            progress.accept(end);
        }
        hints.tellOfManyEnrollments(enrolled);
        return enrolled;
    }

    private int enroll(DeviceImport batch, Instant now, int first, int last) {
        return store.entityManager()
                .createNativeQuery(batch.isValidRowsOnly() ? ENROLL + " " + VALID : ENROLL)
                .setParameter("organization", batch.organization().id())
                .setParameter("manufacturer", batch.manufacturer().id())
                .setParameter("batch", batch.id())
                .setParameter("now", now)
                .setParameter("first", first)
                .setParameter("last", last)
                .executeUpdate();
    }

    /**
     * Moves the rows that became no enrollments to a draft of their own.
     *
     * @return that draft, without counts; empty where every row was enrolled
     */
    public Optional<DeviceImport> leaveOut(DeviceImport committed, int enrolled, Instant now) {
        if (enrolled == committed.rowCount()) {
            return Optional.empty();
        }
        DeviceImport rest = DeviceImport.restOf(committed, now);
        drafts.add(rest);
        update("insert into import_claim (batch_id) values (:batch)", rest.id()).executeUpdate();
        update(LEAVE_OUT, committed.id())
                .setParameter("rest", rest.id())
                .setParameter("manufacturer", committed.manufacturer().id())
                .executeUpdate();
        keepMapOfEnrolled(committed, rest);
        committed.count(DraftCounts.ofRows(enrolled));
        return Optional.of(rest);
    }

    private void keepMapOfEnrolled(DeviceImport committed, DeviceImport rest) {
        RowMap left = rows.keptMap(rest);
        rows.keptMap(committed).removeAll(left.rows());
    }

    private Query update(String sql, UUID batchId) {
        return store.entityManager().createNativeQuery(sql).setParameter("batch", batchId);
    }
}
