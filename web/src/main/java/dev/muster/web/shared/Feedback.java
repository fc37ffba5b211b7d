package dev.muster.web.shared;

import dev.muster.domain.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;

/** Tells the user how something went. */
@ApplicationScoped
public class Feedback {

    /**
     * Runs a use case and tells what stood in its way.
     *
     * @return whether it was done
     */
    public boolean attempt(Runnable useCase) {
        try {
            useCase.run();
            return true;
        } catch (ProblemException e) {
            error(e.getMessage());
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

    /** Keeps what was told over the redirect that follows. */
    public void keep() {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    }

    private static void tell(Severity severity, String sentence) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, sentence, null));
    }
}
