package dev.muster.domain.enrollment;

import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.file.ColumnObserver;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.ColumnEvidence;
import dev.muster.domain.enrollment.row.DraftCounts;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.FaultCounts;
import dev.muster.domain.enrollment.row.FileRow;
import dev.muster.domain.enrollment.row.IdentifierColumn;
import dev.muster.domain.enrollment.row.Repair;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.domain.enrollment.row.RowJudgement;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.domain.manufacturer.IdentifierRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A draft in memory. It is judged and repaired like a draft in the database: own faults first, then what the column
 * says.
 */
public final class TestColumn {
    private final IdentifierRules identifiers;
    private final List<RowCells> rows;
    private ColumnEvidence evidence;
    private RowRules rules;
    private boolean refusesShortImeis;

    private TestColumn(IdentifierRules identifiers, List<RowCells> rows) {
        this.identifiers = identifiers;
        this.rows = new ArrayList<>(rows);
        ColumnObserver observer = new ColumnObserver(identifiers.scheme());
        for (RowCells cells : rows) {
            observer.look(new EnrollmentRow(null, new FileRow(1, 1, cells, null), new RowRules(identifiers)));
        }
        this.evidence = observer.evidence();
        count();
    }

    public static TestColumn of(IdentifierRules identifiers, List<String> column) {
        return new TestColumn(
                identifiers,
                column.stream().map(i -> new RowCells(i, "a", "STANDALONE", "")).toList());
    }

    public int size() {
        return rows.size();
    }

    public String identifier(int row) {
        return rows.get(row).uniqueIdentifier();
    }

    public List<String> identifiers() {
        return rows.stream().map(RowCells::uniqueIdentifier).toList();
    }

    public CellFault fault(int row) {
        RowJudgement judged = rules.judge(rows.get(row));
        boolean isRefused = judged.imeiDigits() == 14 && refusesShortImeis;
        CellFault own = judged.faults().uniqueIdentifier();
        return own == null && isRefused ? CellFault.CHECK_DIGIT : own;
    }

    public List<Repair> repairs(int row) {
        CellFault fault = fault(row);
        return fault == null ? List.of() : rules.repairs(Column.UNIQUE_IDENTIFIER, fault, rows.get(row));
    }

    /** Each repair that a row is offered, as "KIND text". */
    public List<String> told(int row) {
        return repairs(row).stream().map(r -> r.kind() + " " + r.value()).toList();
    }

    public void edit(int row, String identifier) {
        rows.set(row, rows.get(row).with(Column.UNIQUE_IDENTIFIER, identifier));
        count();
    }

    public void delete(int row) {
        rows.remove(row);
        count();
    }

    /** Repairs all cells with a fault in one way, by the rules before the change. Returns how many. */
    public int repairAll(CellFault fault, RepairKind kind) {
        List<Optional<Repair>> repairs = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            repairs.add(
                    fault(row) != fault
                            ? Optional.empty()
                            : repairs(row).stream()
                                    .filter(r -> r.kind() == kind)
                                    .findFirst());
        }
        for (int row = 0; row < rows.size(); row++) {
            RowCells cells = rows.get(row);
            rows.set(
                    row,
                    repairs.get(row)
                            .map(r -> cells.with(Column.UNIQUE_IDENTIFIER, r.value()))
                            .orElse(cells));
        }
        count();
        return (int) repairs.stream().filter(Optional::isPresent).count();
    }

    private void count() {
        DraftCounts counts = counts();
        evidence = ColumnEvidence.parse(evidence.with(counts).text());
        IdentifierColumn column = new IdentifierColumn(counts, evidence);
        rules = new RowRules(identifiers, column);
        refusesShortImeis = column.refusesShortImeis();
    }

    private DraftCounts counts() {
        int full = 0;
        int missing = 0;
        int zero = 0;
        Set<String> prefixes = new HashSet<>();
        for (String identifier : identifiers()) {
            int digits = identifiers.imeiDigits(identifier);
            boolean fits = identifiers.fitsWithZero(identifier);
            full += digits == 15 ? 1 : 0;
            missing += digits == 14 ? 1 : 0;
            zero += fits ? 1 : 0;
            if (digits > 0 && identifiers.check(identifier).isEmpty()) {
                String normal = identifiers.normalize(identifier);
                prefixes.add(fits ? "+" + normal.charAt(0) : normal.substring(0, 2));
            }
        }
        return new DraftCounts(rows.size(), 0, full, missing, zero, prefixes, FaultCounts.NONE);
    }
}
