package dev.muster.web.quota;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaUse;
import dev.muster.domain.quota.QuotaWords;
import dev.muster.web.shared.Display;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How quotas and their use are written on a page. */
@Named
@ApplicationScoped
public class QuotaDisplay {

    @Inject
    private Display display;

    public String title(Quota quota) {
        return QuotaWords.title(quota);
    }

    public String explanation(Quota quota) {
        return QuotaWords.explanation(quota);
    }

    /** The used part and the limit: "812 of 1,000", or "812, no limit". */
    public String numbers(QuotaUse use) {
        String used = display.number(use.used());
        return use.isUnlimited() ? used + ", no limit" : used + " of " + display.number(use.limit());
    }

    /** What the numbers mean, in words. */
    public String state(QuotaUse use) {
        if (use.isUnlimited()) {
            return "No limit";
        }
        if (use.isReached()) {
            return "Reached";
        }
        return use.isNear() ? "Nearly reached" : "Enough left";
    }

    /** The style of the state. */
    public String tag(QuotaUse use) {
        if (use.isReached()) {
            return "tag tag-expired";
        }
        return use.isNear() ? "tag tag-draft" : "tag";
    }
}
