package dev.muster.web.shared;

import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;

/** Shows messages to the user. */
@ApplicationScoped
public class Feedback {

    @Inject
    private Texts texts;

    /**
     * Runs a use case, and shows the reason if it is refused.
     *
     * @return whether it succeeded
     */
    public boolean attempt(Runnable useCase) {
        try {
            useCase.run();
            return true;
        } catch (ProblemException e) {
            error(texts.sentence(e.getMessage()));
            return false;
        }
    }

    public void done(String sentence) {
        tell(FacesMessage.SEVERITY_INFO, sentence);
    }

    public void error(String sentence) {
        tell(FacesMessage.SEVERITY_ERROR, sentence);
        FacesContext.getCurrentInstance().validationFailed();
    }

    /** Keeps the messages, if there are any, for the page after the redirect. */
    public void keep() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!faces.getMessageList().isEmpty()) {
            faces.getExternalContext().getFlash().setKeepMessages(true);
        }
    }

    private static void tell(Severity severity, String sentence) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, sentence, null));
    }
}
