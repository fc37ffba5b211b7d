package dev.muster.web.provisioning;

import dev.muster.domain.provisioning.ProvisioningAttempt;
import dev.muster.ejb.provisioning.AttemptService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;

/** The log of provisioning attempts with the manufacturer's certificates. */
@Named
@ViewScoped
public class AttemptsView implements Serializable {

    private static final Set<String> SUCCESSES = Set.of("provisioned", "rotated");

    @Inject
    private AttemptService attempts;

    @Inject
    private CurrentCaller caller;

    private final PagedModel<ProvisioningAttempt> list =
            new PagedModel<>(request -> attempts.ofManufacturer(caller.get(), caller.tenantId(), request));

    public PagedModel<ProvisioningAttempt> getList() {
        return list;
    }

    public boolean isSuccess(ProvisioningAttempt attempt) {
        return SUCCESSES.contains(attempt.outcome());
    }
}
