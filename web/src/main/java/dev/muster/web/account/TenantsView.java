package dev.muster.web.account;

import dev.muster.ejb.account.AccountService;
import dev.muster.ejb.account.MembershipEntry;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.Entrance;
import dev.muster.web.security.ReturnPath;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** The tenants of the user, and switching between them. */
@Named
@RequestScoped
public class TenantsView {

    @Inject
    private AccountService accounts;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Entrance entrance;

    @Inject
    private Texts texts;

    private List<MembershipEntry> all;

    public List<MembershipEntry> getAll() {
        if (all == null) {
            all = accounts.self(caller.get()).memberships();
        }
        return all;
    }

    public boolean isSeveral() {
        return getAll().size() > 1;
    }

    /** The tenants for which the user does not work at the moment. */
    public List<MembershipEntry> getOthers() {
        return getAll().stream().filter(entry -> !isPresent(entry)).toList();
    }

    public boolean isPresent(MembershipEntry entry) {
        return Objects.equals(entry.membership().tenantId(), caller.tenantId());
    }

    public String name(MembershipEntry entry) {
        return entry.tenantName() == null ? texts.of("account.platform") : entry.tenantName();
    }

    /** The tenant with the role that the user has there. */
    public String label(MembershipEntry entry) {
        return texts.of(
                "account.tenantAndRole",
                name(entry),
                texts.word(entry.membership().role()));
    }

    /** Goes on for another tenant, on its first page. */
    public void switchTo(MembershipEntry entry) throws ServletException, IOException {
        ExternalContext faces = FacesContext.getCurrentInstance().getExternalContext();
        entrance.switchTo(caller.get(), entry.membership().id(), (HttpServletResponse) faces.getResponse());
        faces.redirect(faces.getRequestContextPath() + ReturnPath.HOME);
    }
}
