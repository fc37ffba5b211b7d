package dev.muster.ejb.tally;

import dev.muster.domain.tally.TallyKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts enrollments and devices. Whoever adds or removes one calls this in the same transaction: so the number is right
 * whenever the transaction is, also after a crash. It only adds rows, so nobody waits for anybody.
 */
@ApplicationScoped
public class FleetTally {

    @Inject
    private TallyRepository tallies;

    /** @param more how many identifiers were enrolled; negative if enrollments were deleted */
    public void enrolled(FleetPlace place, long more) {
        if (more != 0) {
            tallies.add(List.of(TallyChange.enrolled(place, more)));
        }
    }

    /** A device was created. */
    public void joined(FleetPlace place, UUID certificateId, Instant now) {
        tallies.add(List.of(
                TallyChange.devices(place, certificateId, 1),
                TallyChange.ofOrganization(TallyKind.JOINS, place.organizationId(), "", now, 1)));
    }

    /** Another certificate has proved a device. */
    public void provedBy(FleetPlace place, UUID before, UUID now) {
        if (!before.equals(now)) {
            tallies.add(List.of(TallyChange.devices(place, before, -1), TallyChange.devices(place, now, 1)));
        }
    }

    /** Call it before a device is deleted. */
    public void leaves(UUID deviceId) {
        tallies.leaves(deviceId);
    }

    /**
     * Sets what a timer has counted.
     *
     * @param amount how many the organization has now
     * @param counted how many it had at the last count; {@code null} if none
     */
    public void set(TallyKind kind, UUID organizationId, long amount, @Nullable Long counted) {
        long more = amount - (counted == null ? 0 : counted);
        if (more != 0) {
            tallies.add(List.of(TallyChange.standing(kind, organizationId, more)));
        }
    }
}
