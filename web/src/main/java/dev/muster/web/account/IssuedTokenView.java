package dev.muster.web.account;

import dev.muster.ejb.account.token.IssuedApiToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** A new API token. It lives for one request, and only the answer to that request shows it. */
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
