package dev.muster.ejb.trust;

import dev.muster.domain.shared.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How many certificates manufacturers have, for whoever looks at several manufacturers at once. */
@Stateless
public class CertificateCountService {

    @Inject
    private CertificateRepository certificates;

    @Inject
    private Clock clock;

    /** How many certificates can prove devices now, by manufacturer; who has none is not in the map. */
    public Map<UUID, Long> inForce(Caller caller, Collection<UUID> manufacturerIds) {
        manufacturerIds.forEach(caller::requireManufacturer);
        return manufacturerIds.isEmpty() ? Map.of() : certificates.inForce(manufacturerIds, clock.instant());
    }
}
