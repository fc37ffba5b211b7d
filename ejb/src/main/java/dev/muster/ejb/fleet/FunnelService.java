package dev.muster.ejb.fleet;

import dev.muster.domain.provisioning.Funnel;
import dev.muster.domain.provisioning.FunnelStep;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.ejb.shared.SearchText;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of an import's identifiers from the allow-list to the first report, and the identifiers that are stuck on it.
 * The identifiers of an import that is not committed are not on the allow-list, so they are not counted.
 */
@Stateless
public class FunnelService {

    @Inject
    private ImportService imports;

    @Inject
    private FunnelRepository funnels;

    /** @throws ProblemException {@code not-found} */
    public Funnel get(Caller caller, UUID organizationId, UUID importId) {
        return funnels.of(imports.get(caller, organizationId, importId));
    }

    /**
     * The identifiers that are at this step.
     *
     * @param search a part of the identifier or the name; null or blank finds all
     * @throws ProblemException {@code not-found}
     */
    public Page<StuckIdentifier> stuck(
            Caller caller,
            UUID organizationId,
            UUID importId,
            FunnelStep step,
            @Nullable String search,
            PageRequest request) {
        return funnels.at(imports.get(caller, organizationId, importId), step, new SearchText(search), request);
    }
}
