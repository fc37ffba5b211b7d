package dev.muster.web.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.AttemptFilter;
import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.provisioning.attempt.AttemptPage;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.provisioning.attempt.AttemptEntry;
import dev.muster.ejb.provisioning.attempt.AttemptService;
import dev.muster.ejb.trust.CertificateService;
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
import java.util.List;
import java.util.UUID;

/**
 * The log of provisioning attempts. A manufacturer's manager sees all attempts with the manufacturer's certificates; an
 * organization's manager sees the verified attempts for the organization's identifiers.
 */
@Named
@ViewScoped
public class AttemptsView implements Serializable {

    private static final String TABLE = "list-form:attempts";

    private static final PageRequest NEWEST = new PageRequest(0, PageRequest.MAX_SIZE);

    @Inject
    private AttemptService attempts;

    @Inject
    private CertificateService certificates;

    @Inject
    private AttemptSentences sentences;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private AttemptSearch search;

    private final PagedModel<AttemptEntry> list = new PagedModel<>(request -> page(search.filter(), request));

    private transient AttemptEntry shown;

    @PostConstruct
    void begin() {
        search = new AttemptSearch(texts);
    }

    private Page<AttemptEntry> page(AttemptFilter filter, PageRequest request) {
        return caller.isOfManufacturer()
                ? attempts.ofManufacturer(caller.get(), caller.tenantId(), filter, request)
                : attempts.ofOrganization(caller.get(), caller.tenantId(), filter, request);
    }

    /** Whether the log is shown to a manufacturer's manager, not to an organization's. */
    public boolean isOfManufacturer() {
        return caller.isOfManufacturer();
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

    /** Shows details of the attempt that the page names. */
    public void show() {
        feedback.attempt(() -> shown = attempt(PageParameters.id("id")));
    }

    private AttemptEntry attempt(UUID id) {
        AttemptFilter only = new AttemptFilter(null, null, null, null, null, null, id, null);
        return page(only, new PageRequest(0, 1)).items().stream().findFirst().orElseThrow(ProblemException::notFound);
    }

    /** What the shown attempt means, and what to do next. */
    public String getSentence() {
        String outcome = shown.attempt().outcome();
        return isOfManufacturer()
                ? sentences.forManufacturer(outcome) + " "
                        + sentences.reason(shown.attempt().reason())
                : sentences.forOrganization(outcome);
    }

    /** Whether there are more attempts than the service counts. */
    public boolean isCut() {
        return list.getRowCount() >= AttemptPage.MAX_COUNTED;
    }

    /** The manufacturer's certificates to choose from; if there are too many for one page, the newest. */
    public List<ManufacturerCertificate> getCertificates() {
        return certificates.list(caller.get(), caller.tenantId(), NEWEST).items();
    }

    public AttemptOutcome[] getOutcomes() {
        return AttemptOutcome.values();
    }

    public PagedModel<AttemptEntry> getList() {
        return list;
    }

    public AttemptSearch getSearch() {
        return search;
    }

    /** Null until details of an attempt were asked for. */
    public AttemptEntry getShown() {
        return shown;
    }
}
