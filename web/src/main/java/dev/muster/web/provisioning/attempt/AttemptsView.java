package dev.muster.web.provisioning.attempt;

import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.provisioning.attempt.AttemptService;
import dev.muster.ejb.trust.CertificateService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The log of provisioning attempts with the manufacturer's certificates. */
@Named
@ViewScoped
public class AttemptsView implements Serializable {

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

    private final AttemptList list = new AttemptList(
            (filter, request) -> attempts.ofManufacturer(caller.get(), caller.tenantId(), filter, request));

    /** Shows what the page's address asks for, if anything. */
    public void open() {
        list.getSearch().ask();
    }

    public void find() {
        list.find(feedback);
    }

    public void clear() {
        list.clear();
    }

    public void show() {
        feedback.attempt(list::show);
    }

    /** Those that can be chosen; of very many the newest. */
    public List<ManufacturerCertificate> getCertificates() {
        return certificates.list(caller.get(), caller.tenantId(), NEWEST).items();
    }

    public AttemptList getList() {
        return list;
    }

    /** What the shown attempt means, and what to do next. */
    public String getSentence() {
        String outcome = list.getShown().attempt().outcome();
        return sentences.forManufacturer(outcome) + " "
                + sentences.reason(list.getShown().attempt().reason());
    }
}
