package dev.muster.web.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.AttemptFilter;
import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.provisioning.attempt.AttemptPage;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.provisioning.attempt.AttemptEntry;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import java.io.Serializable;
import java.util.UUID;

/** The log of attempts on a page, a page at a time, its search, and the attempt that is looked at closely. */
public class AttemptList implements Serializable {

    /** Where the attempts come from. */
    @FunctionalInterface
    public interface Source extends Serializable {

        Page<AttemptEntry> page(AttemptFilter filter, PageRequest request);
    }

    private final Source source;

    private final AttemptSearch search = new AttemptSearch();

    private final PagedModel<AttemptEntry> list;

    private transient AttemptEntry shown;

    AttemptList(Source source) {
        this.source = source;
        this.list = new PagedModel<>(request -> source.page(search.filter(), request));
    }

    /** Shows what is asked for, from the first page on, or says what is wrong with the question. */
    void find(Feedback feedback) {
        if (feedback.attempt(search::ask)) {
            showFirst();
        }
    }

    void clear() {
        search.clear();
        showFirst();
    }

    /** The attempt that the page names. */
    void show() {
        UUID id = PageParameters.id("id");
        AttemptFilter only = new AttemptFilter(null, null, null, null, null, null, id, null);
        shown = source.page(only, new PageRequest(0, 1)).items().stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private static void showFirst() {
        TablePages.showFirst("list-form:attempts");
    }

    /** Whether there are more than are counted. */
    public boolean isCut() {
        return list.getRowCount() >= AttemptPage.MAX_COUNTED;
    }

    public AttemptOutcome[] getOutcomes() {
        return AttemptOutcome.values();
    }

    public PagedModel<AttemptEntry> getModel() {
        return list;
    }

    public AttemptSearch getSearch() {
        return search;
    }

    public AttemptEntry getShown() {
        return shown;
    }
}
