package dev.muster.ejb.enrollment.draft;

import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the other rows of a draft that a change of some rows can make valid or invalid. */
@ApplicationScoped
public class AffectedRowRepository {

    private static final String FORMS = """
            select normalized_identifier, normalized_name from enrollment_row
            where batch_id = :batch and row_no in (:rows)""";

    /** If two or more others are left, they are duplicates of each other before and after. */
    private static final String LONE_DUPLICATES = """
            select min(row_no) from enrollment_row
            where batch_id = :batch and %1$s in (:forms) and row_no not in (:rows)
            group by %1$s having count(*) = 1""";

    private static final String CHILDREN = """
            select row_no from enrollment_row
            where batch_id = :batch and normalized_parent in (:forms) and row_no not in (:rows)""";

    @Inject
    private Store store;

    /** Adds the forms that these rows have now. */
    void addForms(UUID importId, Collection<Integer> rows, Forms forms) {
        List<?> found = query(FORMS, importId).setParameter("rows", rows).getResultList();
        found.forEach(row -> forms.add((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
    }

    /**
     * The other rows with one of these forms that have no duplicate among the unchanged rows, and the rows whose
     * gateway has one of these forms.
     */
    Set<Integer> others(UUID importId, Collection<Integer> changed, Forms forms, int atMost) {
        Set<Integer> others = new TreeSet<>();
        others.addAll(find(
                LONE_DUPLICATES.formatted("normalized_identifier"), importId, changed, forms.identifiers(), atMost));
        others.addAll(find(LONE_DUPLICATES.formatted("normalized_name"), importId, changed, forms.names(), atMost));
        others.addAll(find(CHILDREN, importId, changed, forms.identifiers(), atMost));
        return others;
    }

    private List<Integer> find(
            String sql, UUID importId, Collection<Integer> changed, Collection<String> forms, int atMost) {
        if (forms.isEmpty()) {
            return List.of();
        }
        List<?> rows = query(sql, importId)
                .setParameter("forms", forms)
                .setParameter("rows", changed)
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream().map(row -> ((Number) row).intValue()).toList();
    }

    private Query query(String sql, UUID importId) {
        return store.entityManager().createNativeQuery(sql).setParameter("batch", importId);
    }

    /** The forms by which some rows are compared with others. */
    record Forms(Set<String> identifiers, Set<String> names) {

        static Forms none() {
            return new Forms(new HashSet<>(), new HashSet<>());
        }

        private void add(@Nullable String identifier, @Nullable String name) {
            if (identifier != null) {
                identifiers.add(identifier);
            }
            if (name != null) {
                names.add(name);
            }
        }
    }
}
