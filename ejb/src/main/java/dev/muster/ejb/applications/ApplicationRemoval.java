package dev.muster.ejb.applications;

import dev.muster.ejb.organization.Belonging;
import dev.muster.ejb.organization.OrganizationData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The applications of an organization that is deleted, with their dashboards. */
@ApplicationScoped
class ApplicationRemoval implements OrganizationData {

    @Inject
    private ApplicationRepository applications;

    @Override
    public void begin(UUID organizationId, Instant now) {
        // Nothing stands against it
    }

    @Override
    public boolean removeSome(UUID organizationId) {
        return applications.removeAll(organizationId) > 0;
    }

    @Override
    public Map<Belonging, Long> belongings(UUID organizationId) {
        return Map.of(Belonging.APPLICATION, applications.count(organizationId));
    }

    @Override
    public long left(UUID organizationId) {
        return applications.count(organizationId);
    }
}
