package dev.muster.web.account.factor;

import dev.muster.domain.shared.Caller;
import dev.muster.ejb.organization.OrganizationChange;
import dev.muster.ejb.organization.OrganizationService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Whether the users of an organization must have a second factor. */
@Named
@ViewScoped
public class OrganizationFactorView extends RequiredFactor {

    @Inject
    private OrganizationService organizations;

    @Override
    boolean read(Caller reader, UUID tenantId) {
        return organizations.get(reader, tenantId).isSecondFactorRequired();
    }

    @Override
    void write(Caller writer, UUID tenantId, boolean wanted) {
        organizations.change(writer, tenantId, OrganizationChange.secondFactor(wanted));
    }
}
