package dev.muster.ejb.enrollment.draft;

import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last changes of a draft, each with what it is called. The newest is undone first. */
@ApplicationScoped
class UndoStepRepository {

    /** So many changes can be undone, one after the other. */
    static final int MOST_STEPS = 20;

    /** So many rows are kept for the steps before the newest. */
    private static final long MOST_ROWS = 200_000;

    private static final String NEWEST_FIRST = "from draft_step where batch_id = :batch order by step_no desc";

    @Inject
    private Store store;

    /** The newest step; empty if there is nothing to undo. */
    Optional<UndoStep> newest(UUID importId) {
        return steps(importId).stream().findFirst();
    }

    /** What the newest step is called; null if there is none. */
    @Nullable
    String newestDescription(UUID importId) {
        List<?> found = query("select description " + NEWEST_FIRST, importId)
                .setMaxResults(1)
                .getResultList();
        return found.isEmpty() ? null : (String) found.getFirst();
    }

    void add(UndoStep step, String description) {
        query(
                        "insert into draft_step (batch_id, step_no, kept_rows, description) values (:batch, :step, :rows, :text)",
                        step)
                .setParameter("rows", step.rows())
                .setParameter("text", description)
                .executeUpdate();
    }

    void remove(UndoStep step) {
        query("delete from draft_step where batch_id = :batch and step_no = :step", step)
                .executeUpdate();
    }

    /** The steps that are too many, or whose rows are: with each step all that are older. */
    List<UndoStep> surplus(UUID importId) {
        List<UndoStep> steps = steps(importId);
        long rows = 0;
        int kept = 0;
        for (UndoStep step : steps) {
            rows += kept == 0 ? 0 : step.rows();
            if (kept == MOST_STEPS || rows > MOST_ROWS) {
                break;
            }
            kept++;
        }
        return steps.subList(kept, steps.size());
    }

    private List<UndoStep> steps(UUID importId) {
        List<?> found =
                query("select step_no, kept_rows " + NEWEST_FIRST, importId).getResultList();
        return found.stream().map(row -> step(importId, (Object[]) row)).toList();
    }

    private static UndoStep step(UUID importId, Object[] row) {
        return new UndoStep(importId, ((Number) row[0]).intValue(), ((Number) row[1]).intValue());
    }

    private Query query(String sql, UndoStep step) {
        return query(sql, step.importId()).setParameter("step", step.number());
    }

    private Query query(String sql, UUID importId) {
        return store.entityManager().createNativeQuery(sql).setParameter("batch", importId);
    }
}
