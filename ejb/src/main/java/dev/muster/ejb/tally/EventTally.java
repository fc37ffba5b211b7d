package dev.muster.ejb.tally;

import dev.muster.domain.tally.TallyKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what happens, by the hour, in the transaction in which it happens. */
@ApplicationScoped
public class EventTally {

    @Inject
    private TallyRepository tallies;

    /**
     * A provisioning attempt has ended.
     *
     * @param manufacturerId whose certificate the attempt named; {@code null} if it named none
     * @param organizationId whose refused attempt it is; {@code null} if it succeeded, or belongs to no organization
     * @param outcome code of the outcome
     */
    public void attempt(
            @Nullable UUID manufacturerId, @Nullable UUID organizationId, String outcome, Instant attemptedAt) {
        List<TallyChange> changes = new ArrayList<>();
        if (manufacturerId != null) {
            changes.add(TallyChange.ofManufacturer(TallyKind.ATTEMPTS, manufacturerId, outcome, attemptedAt, 1));
        }
        if (organizationId != null) {
            changes.add(TallyChange.ofOrganization(TallyKind.ATTEMPTS, organizationId, outcome, attemptedAt, 1));
        }
        tallies.add(changes);
    }

    /** @param accepted how many telemetry messages were accepted, by organization */
    public void messages(Map<UUID, Long> accepted, Instant receivedAt) {
        tallies.add(accepted.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .map(one ->
                        TallyChange.ofOrganization(TallyKind.MESSAGES, one.getKey(), "", receivedAt, one.getValue()))
                .toList());
    }
}
