package dev.muster.web.account;

import dev.muster.domain.account.ApiToken;
import dev.muster.domain.account.TokenAccess;
import dev.muster.domain.account.TokenKind;
import dev.muster.domain.account.TokenRights;
import dev.muster.ejb.account.token.ApiTokenService;
import dev.muster.ejb.account.token.NewToken;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.security.login.AgainView;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.ViewIds;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/** The user's own API tokens. */
@Named
@ViewScoped
public class ApiTokensView implements Serializable {

    private static final int A_MONTH = 30;

    @Inject
    private ApiTokenService tokens;

    @Inject
    private AgainView again;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private IssuedTokenView issued;

    @Inject
    private TokenSentences sentences;

    @Inject
    private Texts texts;

    private final PagedModel<ApiToken> list = new PagedModel<>(request -> tokens.list(caller.get(), null, request));

    private String name;

    private int days = A_MONTH;

    private TokenAccess access = TokenAccess.WRITE;

    private TokenKind[] kinds = {};

    private String pendingId;

    public void create() {
        if (again.allows() && feedback.attempt(() -> issued.show(tokens.issue(caller.get(), wanted())))) {
            name = null;
        }
    }

    private NewToken wanted() {
        return new NewToken(name, days, new TokenRights(access, Set.of(kinds)), null);
    }

    public TokenAccess[] getAccesses() {
        return TokenAccess.values();
    }

    public TokenKind[] getAllKinds() {
        return TokenKind.values();
    }

    /** What the token may do, in words. */
    public String rights(ApiToken token) {
        return sentences.rights(token.rights());
    }

    /** Remembers the token that the dialog asks about. */
    public void ask() {
        pendingId = PageParameters.text("id");
    }

    public void revoke() {
        if (again.allows() && feedback.attempt(() -> tokens.revoke(caller.get(), ViewIds.parse(pendingId)))) {
            feedback.done(texts.of("account.tokenRevoked"));
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

    public TokenAccess getAccess() {
        return access;
    }

    public void setAccess(TokenAccess access) {
        this.access = access;
    }

    public TokenKind[] getKinds() {
        return kinds.clone();
    }

    public void setKinds(TokenKind[] kinds) {
        this.kinds = kinds.clone();
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
