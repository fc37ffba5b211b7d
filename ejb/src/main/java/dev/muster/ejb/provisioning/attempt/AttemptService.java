package dev.muster.ejb.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.AttemptFilter;
import dev.muster.domain.provisioning.attempt.AttemptPage;
import dev.muster.domain.provisioning.attempt.ProvisioningAttempt;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows the log of provisioning attempts to the manufacturer and the organization that they concern, newest first.
 * Totals and pages end at {@link AttemptPage#MAX_COUNTED}.
 */
@Stateless
public class AttemptService {

    @Inject
    private AttemptRepository attempts;

    @Inject
    private CertificateRepository certificates;

    /**
     * Attempts with the manufacturer's certificates, verified or not.
     *
     * @throws ProblemException {@code validation-failed} if the page is beyond that
     */
    public Page<AttemptEntry> ofManufacturer(
            Caller caller, UUID manufacturerId, AttemptFilter filter, PageRequest request) {
        caller.requireManufacturerReader(manufacturerId);
        return entries(attempts.ofManufacturer(manufacturerId, filter, AttemptPage.within(request)));
    }

    /**
     * Verified attempts for identifiers of the organization.
     *
     * @throws ProblemException {@code validation-failed} if the page is beyond that
     */
    public Page<AttemptEntry> ofOrganization(
            Caller caller, UUID organizationId, AttemptFilter filter, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return entries(attempts.ofOrganization(organizationId, filter, AttemptPage.within(request)));
    }

    private Page<AttemptEntry> entries(Page<ProvisioningAttempt> page) {
        Set<UUID> ids = page.items().stream()
                .map(ProvisioningAttempt::certificateId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, ManufacturerCertificate> named = CurrentScope.ofPlatform(() -> certificates.byId(ids));
        return page.map(attempt -> entry(attempt, named.get(attempt.certificateId())));
    }

    private static AttemptEntry entry(ProvisioningAttempt attempt, @Nullable ManufacturerCertificate certificate) {
        return certificate == null
                ? new AttemptEntry(attempt, null, null, null)
                : new AttemptEntry(
                        attempt,
                        certificate.name(),
                        certificate.accessKey(),
                        certificate.manufacturer().name());
    }
}
