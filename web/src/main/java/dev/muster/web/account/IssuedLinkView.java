package dev.muster.web.account;

import dev.muster.ejb.account.IssuedLink;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** A new one-time link. It lives for one request, and only the answer to that request shows it. */
@Named
@RequestScoped
public class IssuedLinkView {

    private String username;

    private IssuedLink link;

    public void show(String of, IssuedLink made) {
        this.username = of;
        this.link = made;
    }

    public boolean isPresent() {
        return link != null;
    }

    public String getUsername() {
        return username;
    }

    public IssuedLink getLink() {
        return link;
    }
}
