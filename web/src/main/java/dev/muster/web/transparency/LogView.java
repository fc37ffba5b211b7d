package dev.muster.web.transparency;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LogFilter;
import dev.muster.ejb.transparency.LogService;
import dev.muster.ejb.transparency.PublishedLog;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.TablePages;
import dev.muster.web.shared.text.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/**
 * The transparency log. Administrators see all leaves, operators those of the platform and only the outline of the others.
 * Managers and viewers see the leaves of their tenant.
 */
@Named
@ViewScoped
public class LogView implements Serializable {

    private static final String TABLE = "list-form:leaves";

    @Inject
    private LogService log;

    @Inject
    private PublishedLog published;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private LogSearch search;

    private final PagedModel<LeafFacts> list = new PagedModel<>(request -> page(search.filter(), request));

    private transient LeafFacts shown;

    private transient LeafProof proof;

    @PostConstruct
    void begin() {
        search = new LogSearch(texts);
    }

    private Page<LeafFacts> page(LogFilter filter, PageRequest request) {
        if (caller.isOfOrganization()) {
            return log.ofOrganization(caller.get(), caller.tenantId(), filter, request)
                    .map(LeafFacts::of);
        }
        if (caller.isOfManufacturer()) {
            return log.ofManufacturer(caller.get(), caller.tenantId(), filter, request)
                    .map(LeafFacts::of);
        }
        return log.list(caller.get(), filter, request).map(LeafFacts::of);
    }

    /** Whether the log of the whole platform is shown, not of one tenant. */
    public boolean isOfPlatform() {
        return caller.isOfPlatform();
    }

    /** Whether the user may take the log away as a file: an operator may not. */
    public boolean isExportable() {
        return !caller.isOfPlatform() || caller.isAdministrator();
    }

    /** The folder of the page for this user. */
    public String getFolder() {
        if (caller.isOfPlatform()) {
            return "/operation";
        }
        return caller.isOfOrganization() ? "/organization" : "/manufacturer";
    }

    /** Searches for what the address of the page asks for. */
    public void open() {
        search.ask();
    }

    /** Shows the first page of what was asked for, or tells what is wrong with the search. */
    public void find() {
        if (feedback.attempt(search::ask)) {
            TablePages.showFirst(TABLE);
        }
    }

    public void clear() {
        search.clear();
        TablePages.showFirst(TABLE);
    }

    /** Shows details of the leaf at the place that the page names. */
    public void show() {
        feedback.attempt(() -> {
            LeafFacts found = leaf(PageParameters.number("id"));
            proof = LeafProof.of(found, published);
            shown = found;
        });
    }

    private LeafFacts leaf(long index) {
        return page(LogFilter.at(index), new PageRequest(0, 1)).items().stream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Whether there are more leaves than the service counts. */
    public boolean isCut() {
        return list.getRowCount() >= LogService.MAX_COUNTED;
    }

    public Act[] getActs() {
        return Act.values();
    }

    public PagedModel<LeafFacts> getList() {
        return list;
    }

    public LogSearch getSearch() {
        return search;
    }

    /** Null until details of a leaf were asked for. */
    public LeafFacts getShown() {
        return shown;
    }

    /** The proof of the shown leaf. */
    public LeafProof getProof() {
        return proof;
    }
}
