package dev.muster.ejb.overview;

import dev.muster.domain.overview.Activity;
import dev.muster.domain.overview.Bar;
import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.ejb.tally.EventNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Proofs by outcome over time.
 *
 * @param accepted devices that joined, got new credentials, or wait for an approval
 * @param refused valid proofs that were refused
 * @param invalid requests without a valid proof; a request for a nonce is none of them
 */
public record ProofActivity(Activity accepted, Activity refused, Activity invalid) {

    static ProofActivity of(Instant now, Collection<EventNumber> attempts) {
        return new ProofActivity(
                activity(now, attempts, outcome -> !outcome.isRefusal()),
                activity(now, attempts, outcome -> outcome.isRefusal() && outcome.isVerified()),
                activity(now, attempts, outcome -> !outcome.isVerified() && outcome != AttemptOutcome.USE_NONCE));
    }

    private static Activity activity(
            Instant now, Collection<EventNumber> attempts, Predicate<AttemptOutcome> isCounted) {
        List<Bar> bars = attempts.stream()
                .filter(number ->
                        AttemptOutcome.named(number.outcome()).filter(isCounted).isPresent())
                .map(number -> new Bar(number.hour(), number.amount()))
                .toList();
        return Activity.of(now, bars);
    }
}
