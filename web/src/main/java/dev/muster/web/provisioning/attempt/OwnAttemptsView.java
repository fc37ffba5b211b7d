package dev.muster.web.provisioning.attempt;

import dev.muster.ejb.provisioning.attempt.AttemptService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The log of verified attempts for the organization's own identifiers. */
@Named
@ViewScoped
public class OwnAttemptsView implements Serializable {

    @Inject
    private AttemptService attempts;

    @Inject
    private AttemptSentences sentences;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    private final AttemptList list = new AttemptList(
            (filter, request) -> attempts.ofOrganization(caller.get(), caller.tenantId(), filter, request));

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

    public AttemptList getList() {
        return list;
    }

    /** What the shown attempt means, and what to do next. */
    public String getSentence() {
        String outcome = list.getShown().attempt().outcome();
        return sentences.forOrganization(outcome);
    }
}
