package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.Repair;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.domain.enrollment.row.RowRules;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What can be done about all cells of one kind of fault.
 *
 * @param changeNumber of the draft that was looked at
 * @param cells with the fault; each is in a row of its own
 * @param offers the repairs, the one first that is most often the most likely one
 * @param duplicates how many rows are deleted if the first of each group of duplicates stays; 0 if the fault is another
 * @param seen how many cells were looked at to find the repairs; with fewer than {@code cells}, the offers are for more
 */
public record FaultOffers(FaultKind kind, int changeNumber, int cells, List<Offer> offers, int duplicates, int seen)
        implements Serializable {

    /** Whether some cells were not looked at, so that a repair may change more cells than it says. */
    public boolean isCut() {
        return seen < cells && seen == MOST_SEEN;
    }

    /** Looking at more cells takes longer than a request should. */
    static final int MOST_SEEN = 100_000;

    /**
     * A repair of many cells.
     *
     * @param cells that it changes
     * @param examples the first of them
     */
    public record Offer(RepairKind kind, int cells, List<Example> examples) implements Serializable {}

    /**
     * A cell before and after its repair.
     *
     * @param row its number in the file
     */
    public record Example(int row, String before, String after) implements Serializable {}

    /** Collects the repairs of cells, one after the other. */
    static final class Collector {

        private static final int EXAMPLES = 5;

        private final FaultKind kind;
        private final RowRules rules;
        private final Map<RepairKind, Integer> cells = new EnumMap<>(RepairKind.class);
        private final Map<RepairKind, List<Example>> examples = new EnumMap<>(RepairKind.class);

        /** How often a repair was the most likely one. */
        private final Map<RepairKind, Integer> first = new EnumMap<>(RepairKind.class);

        Collector(FaultKind kind, RowRules rules) {
            this.kind = kind;
            this.rules = rules;
        }

        void look(EnrollmentRow row) {
            List<Repair> repairs = rules.repairs(kind.column(), kind.fault(), row.cells());
            for (Repair repair : repairs) {
                cells.merge(repair.kind(), 1, Integer::sum);
                List<Example> some = examples.computeIfAbsent(repair.kind(), none -> new ArrayList<>());
                if (some.size() < EXAMPLES) {
                    some.add(new Example(row.number(), row.cells().get(kind.column()), repair.value()));
                }
            }
            if (!repairs.isEmpty()) {
                first.merge(repairs.getFirst().kind(), 1, Integer::sum);
            }
        }

        /** The repair that is the most likely one most often comes first. */
        List<Offer> offers() {
            Comparator<Offer> byLikelihood = Comparator.comparing(offer -> -first.getOrDefault(offer.kind(), 0));
            return cells.entrySet().stream()
                    .map(entry -> new Offer(
                            entry.getKey(),
                            entry.getValue(),
                            List.copyOf(examples.getOrDefault(entry.getKey(), List.of()))))
                    .sorted(byLikelihood.thenComparing(offer -> -offer.cells()))
                    .toList();
        }
    }
}
