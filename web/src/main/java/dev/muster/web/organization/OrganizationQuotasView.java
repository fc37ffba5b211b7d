package dev.muster.web.organization;

import dev.muster.domain.quota.QuotaUse;
import dev.muster.ejb.organization.OrganizationService;
import dev.muster.web.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the user's own organization uses of its quotas. */
@Named
@RequestScoped
public class OrganizationQuotasView {

    @Inject
    private OrganizationService organizations;

    @Inject
    private CurrentCaller caller;

    private List<QuotaUse> uses;

    private List<QuotaUse> near;

    /** Those of which at least 80 per cent are used. */
    public List<QuotaUse> getNear() {
        if (near == null) {
            near = organizations.nearQuotas(caller.get(), caller.tenantId());
        }
        return near;
    }

    public List<QuotaUse> getUses() {
        if (uses == null) {
            uses = organizations.quotas(caller.get(), caller.tenantId());
        }
        return uses;
    }
}
