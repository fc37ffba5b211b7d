package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.row.ColumnEvidence;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.domain.enrollment.row.FaultCounts;
import dev.muster.domain.enrollment.row.IdentifierColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is counted in the rows of an import, and what its column of identifiers shows. */
@Embeddable
class ImportCounts {

    @Column(name = "row_count")
    private int rows;

    @Column(name = "invalid_cells")
    private int invalidCells;

    @Column(name = "imeis_full")
    private int fullImeis;

    @Column(name = "imeis_short")
    private int shortImeis;

    @Column(name = "imeis_zero")
    private int zeroImeis;

    private @Nullable String evidence;

    /** Null if an earlier version counted the cells, and no change has been made since. */
    @Column(name = "fault_counts")
    private @Nullable String faults;

    /** Takes what a file shows, before its rows are compared. */
    void read(int rowsOfFile, ColumnEvidence seen) {
        this.rows = rowsOfFile;
        this.evidence = seen.text();
    }

    void count(DraftCounts counts) {
        this.rows = counts.rows();
        this.invalidCells = counts.invalidCells();
        this.fullImeis = counts.fullImeis();
        this.shortImeis = counts.shortImeis();
        this.zeroImeis = counts.zeroImeis();
        this.evidence = evidence().with(counts).text();
        this.faults = counts.faults().text();
    }

    /** Counts of no rows, with the evidence of these. */
    ImportCounts ofNoRows() {
        ImportCounts counts = new ImportCounts();
        counts.evidence = evidence;
        return counts;
    }

    DraftCounts counts() {
        return new DraftCounts(
                rows,
                invalidCells,
                fullImeis,
                shortImeis,
                zeroImeis,
                Set.of(),
                FaultCounts.parse(faults == null ? "" : faults));
    }

    /** Whether the faults are counted by kind. */
    boolean areFaultsCounted() {
        return faults != null || invalidCells == 0;
    }

    IdentifierColumn column(DraftCounts counts) {
        return new IdentifierColumn(counts, evidence().with(counts));
    }

    private ColumnEvidence evidence() {
        return ColumnEvidence.parse(evidence == null ? "" : evidence);
    }

    int rows() {
        return rows;
    }

    int invalidCells() {
        return invalidCells;
    }
}
