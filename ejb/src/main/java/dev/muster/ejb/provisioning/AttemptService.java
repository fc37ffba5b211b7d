package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.ProvisioningAttempt;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** The log of provisioning attempts, for those whom they concern. */
@Stateless
public class AttemptService {

    @Inject
    private ProvisioningRepository attempts;

    /** All attempts with one of the manufacturer's certificates, newest first. */
    public Page<ProvisioningAttempt> ofManufacturer(Caller caller, UUID manufacturerId, PageRequest request) {
        caller.requireManufacturer(manufacturerId);
        return attempts.ofManufacturer(manufacturerId, request);
    }

    /** Verified attempts for identifiers of the organization, newest first. */
    public Page<ProvisioningAttempt> ofOrganization(Caller caller, UUID organizationId, PageRequest request) {
        caller.requireOrganization(organizationId);
        return attempts.ofOrganization(organizationId, request);
    }
}
