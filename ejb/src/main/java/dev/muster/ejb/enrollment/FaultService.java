package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.DraftChange;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.FaultCounts;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.domain.enrollment.row.RowFilter;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.FaultOffers.Collector;
import dev.muster.ejb.enrollment.FaultOffers.Offer;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.draft.RowCountRepository;
import dev.muster.ejb.enrollment.row.RowCondition;
import dev.muster.ejb.enrollment.row.RowRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says which kinds of faults a draft has, and what can be done about all cells of a kind. Changes nothing. */
@Stateless
public class FaultService {

    /** Enough rows to see which repair each kind of fault needs. */
    private static final int SAMPLE = 200;

    private static final int PAGE = 5_000;

    @Inject
    private ImportRepository imports;

    @Inject
    private RowRepository rows;

    @Inject
    private RowCountRepository counts;

    /** The kinds of faults of a draft, by column; empty if all its cells are valid. */
    public List<FoundFault> list(Caller caller, UUID organizationId, UUID importId) {
        DeviceImport draft = find(caller, organizationId, importId);
        Map<FaultKind, Integer> cells = counted(draft).cells();
        Map<FaultKind, Collector> seen = cells.isEmpty() ? Map.of() : sample(draft);
        return cells.entrySet().stream()
                .map(entry -> new FoundFault(entry.getKey(), entry.getValue(), best(seen.get(entry.getKey()))))
                .toList();
    }

    private FaultCounts counted(DeviceImport draft) {
        return draft.areFaultsCounted()
                ? draft.counts().faults()
                : counts.count(draft.id()).faults();
    }

    private Map<FaultKind, Collector> sample(DeviceImport draft) {
        Map<FaultKind, Collector> seen = new HashMap<>();
        for (EnrollmentRow row : rows.rows(draft.id(), rows.map(draft).someInvalid(SAMPLE))) {
            row.faults()
                    .kinds()
                    .forEach(kind -> seen.computeIfAbsent(kind, none -> new Collector(kind, draft.rules()))
                            .look(row));
        }
        return seen;
    }

    private static @Nullable RepairKind best(@Nullable Collector seen) {
        return seen == null
                ? null
                : seen.offers().stream().findFirst().map(Offer::kind).orElse(null);
    }

    /**
     * What can be done about all cells of a kind.
     *
     * @throws ProblemException {@code conflict} if the import is not a draft
     */
    public FaultOffers offers(Caller caller, UUID organizationId, UUID importId, FaultKind kind) {
        DeviceImport draft = find(caller, organizationId, importId);
        if (!draft.isDraft()) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "This import is not a draft now. None of its cells can be changed.");
        }
        Collector collector = new Collector(kind, draft.rules());
        int seen = kind.fault() == CellFault.CELL_COUNT ? 0 : lookAt(draft, kind, collector);
        int cells = rows.count(importId, RowCondition.of(RowFilter.of(kind)));
        int duplicates = kind.isDuplicate()
                ? rows.count(importId, RowCondition.of(new DraftChange.KeepFirst(kind.column())))
                : 0;
        return new FaultOffers(kind, draft.changeNumber(), cells, collector.offers(), duplicates, seen);
    }

    private int lookAt(DeviceImport draft, FaultKind kind, Collector collector) {
        int seen = 0;
        List<EnrollmentRow> page = rows.faultyAfter(draft.id(), kind, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(collector::look);
            seen += page.size();
            page = seen >= FaultOffers.MOST_SEEN
                    ? List.of()
                    : rows.faultyAfter(draft.id(), kind, page.getLast().number(), PAGE);
        }
        return seen;
    }

    /**
     * How many rows a change would change at most. A new text leaves a row as it is if the row has this text already.
     *
     * @throws ProblemException {@code not-found} if there is no such import
     */
    public int count(Caller caller, UUID organizationId, UUID importId, DraftChange change) {
        DeviceImport draft = find(caller, organizationId, importId);
        return rows.count(draft.id(), RowCondition.of(change));
    }

    private DeviceImport find(Caller caller, UUID organizationId, UUID importId) {
        caller.requireOrganizationReader(organizationId);
        return imports.get(organizationId, importId);
    }
}
