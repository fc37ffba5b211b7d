package dev.muster.web.account.email;

import dev.muster.ejb.account.email.ForgottenPasswordService;
import dev.muster.web.security.RequestSource;
import dev.muster.web.shared.Feedback;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The form for a forgotten password. What it answers does not tell whether the user exists. */
@Named
@RequestScoped
public class ForgotView {

    @Inject
    private ForgottenPasswordService forgotten;

    @Inject
    private RequestSource source;

    @Inject
    private Feedback feedback;

    private String username;

    private boolean done;

    public void request() {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        done = feedback.attempt(() -> forgotten.request(username, source.of(request)));
    }

    /** Whether the request was taken. */
    public boolean isDone() {
        return done;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }
}
