package dev.muster.web.quota;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaUse;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How quotas and their use are written on a page. */
@Named
@ApplicationScoped
public class QuotaDisplay {

    private final Texts texts;

    /** For the proxy. */
    protected QuotaDisplay() {
        this(null);
    }

    @Inject
    public QuotaDisplay(Texts texts) {
        this.texts = texts;
    }

    /** What the quota limits. */
    public String title(Quota quota) {
        return texts.word(quota);
    }

    /** What is counted. */
    public String explanation(Quota quota) {
        return switch (quota) {
            case DEVICES -> texts.of("quota.devicesExplained");
            case IMPORTS_AT_ONCE -> texts.of("quota.importsExplained");
            case DRAFT_ROWS -> texts.of("quota.draftRowsExplained");
            case APPLICATIONS -> texts.of("quota.applicationsExplained");
            case TELEMETRY_MESSAGES -> texts.of("quota.messagesExplained");
            case HELD_ELSEWHERE -> texts.of("quota.heldElsewhereExplained");
            case CERTIFICATES -> texts.of("quota.certificatesExplained");
            case GENERATED_KEYS -> texts.of("quota.keysExplained");
            case API_TOKENS -> texts.of("quota.tokensExplained");
            case API_REQUESTS -> texts.of("quota.requestsExplained");
        };
    }

    /** The used part and the limit: "812 of 1,000", or "812, no limit". */
    public String numbers(QuotaUse use) {
        return use.isUnlimited()
                ? texts.of("quota.usedUnlimited", use.used())
                : texts.of("quota.usedOf", use.used(), use.limit());
    }

    /** What the numbers mean, in words. */
    public String state(QuotaUse use) {
        if (use.isUnlimited()) {
            return texts.of("quota.noLimit");
        }
        if (use.isReached()) {
            return texts.of("quota.reached");
        }
        return use.isNear() ? texts.of("quota.nearlyReached") : texts.of("quota.enoughLeft");
    }

    /** The style of the state. */
    public String tag(QuotaUse use) {
        if (use.isReached()) {
            return "tag tag-expired";
        }
        return use.isNear() ? "tag tag-draft" : "tag";
    }
}
