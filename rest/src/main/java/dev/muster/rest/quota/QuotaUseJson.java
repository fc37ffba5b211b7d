package dev.muster.rest.quota;

import dev.muster.domain.quota.QuotaPeriod;
import dev.muster.domain.quota.QuotaUse;
import dev.muster.domain.quota.QuotaWords;
import dev.muster.rest.shared.Listing;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of a quota a tenant uses.
 *
 * @param quota its name, as in PATCH
 * @param title in words
 * @param period for which it counts; STANDING if it limits what the tenant has
 * @param used now, or in the current period
 * @param limit 2147483647 if nothing limits it
 * @param percent of the limit that is used, 0 to 100
 * @param near whether at least 80 per cent are used
 * @param own whether an administrator has set the limit for this tenant
 */
@Schema(name = "QuotaUse")
@JsonbPropertyOrder({"quota", "title", "period", "used", "limit", "percent", "near", "own"})
public record QuotaUseJson(
        String quota, String title, QuotaPeriod period, long used, int limit, int percent, boolean near, boolean own) {

    public static Listing<QuotaUseJson> list(List<QuotaUse> uses) {
        return new Listing<>(uses.stream().map(QuotaUseJson::of).toList(), uses.size());
    }

    private static QuotaUseJson of(QuotaUse use) {
        return new QuotaUseJson(
                use.quota().code(),
                QuotaWords.title(use.quota()),
                use.quota().period(),
                use.used(),
                use.limit(),
                use.percent(),
                use.isNear(),
                use.own());
    }
}
