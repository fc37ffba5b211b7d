package dev.muster.web.account;

import dev.muster.ejb.account.IssuedApiToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** A new API token, for the one answer that shows it. Lives for one request. */
@Named
@RequestScoped
public class IssuedTokenView {

    private IssuedApiToken token;

    void show(IssuedApiToken made) {
        this.token = made;
    }

    public boolean isPresent() {
        return token != null;
    }

    public IssuedApiToken getToken() {
        return token;
    }
}
