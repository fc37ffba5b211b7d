package dev.muster.web.account;

import dev.muster.domain.account.ApiToken;
import dev.muster.ejb.account.ApiTokenService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;

/** The user's own API tokens. */
@Named
@ViewScoped
public class ApiTokensView implements Serializable {

    private static final int A_MONTH = 30;

    @Inject
    private ApiTokenService tokens;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private IssuedTokenView issued;

    private final PagedModel<ApiToken> list = new PagedModel<>(request -> tokens.list(caller.get(), null, request));

    private String name;

    private int days = A_MONTH;

    private String pendingId;

    public void create() {
        if (feedback.attempt(() -> issued.show(tokens.issue(caller.get(), name, days)))) {
            name = null;
        }
    }

    /** Remembers the token that the dialog asks about. */
    public void ask() {
        pendingId = PageParameters.text("id");
    }

    public void revoke() {
        if (feedback.attempt(() -> tokens.revoke(caller.get(), ViewIds.parse(pendingId)))) {
            feedback.done("The token is revoked; scripts that use it are refused from now on.");
        }
    }

    public boolean isExpired(ApiToken token) {
        return !token.isValid(Instant.now());
    }

    public int getMaxDays() {
        return ApiTokenService.MAX_DAYS;
    }

    public PagedModel<ApiToken> getList() {
        return list;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
