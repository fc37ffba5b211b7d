package dev.muster.web.security.login;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.RetryLaterException;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;

/** Shows the form of a login step again if too many secrets are being checked, or were wrong. */
@ApplicationScoped
public class LoginRefusal {

    /** RFC 6585 section 4. */
    private static final int TOO_MANY_REQUESTS = 429;

    private static final String RETRY_SECONDS = "3";

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    /** @throws ProblemException the refusal itself, if it has another code than {@code rate-limited} */
    void show(ProblemException refusal) {
        if (refusal.code() != ProblemCode.RATE_LIMITED) {
            throw refusal;
        }
        ExternalContext faces = FacesContext.getCurrentInstance().getExternalContext();
        faces.setResponseStatus(TOO_MANY_REQUESTS);
        faces.addResponseHeader(
                "Retry-After",
                refusal instanceof RetryLaterException early ? String.valueOf(early.seconds()) : RETRY_SECONDS);
        feedback.error(texts.sentence(refusal.getMessage()));
    }
}
