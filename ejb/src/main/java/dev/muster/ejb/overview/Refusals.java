package dev.muster.ejb.overview;

import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.tally.TallyKind;
import dev.muster.ejb.tally.EventNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Refused attempts by outcome. */
final class Refusals {

    private static final Comparator<OutcomeCount> ORDER =
            Comparator.comparingLong(OutcomeCount::attempts).reversed().thenComparing(OutcomeCount::outcome);

    private Refusals() {}

    /** Those since a time, the most frequent first. A request for a nonce is no refusal. */
    static List<OutcomeCount> since(Instant since, Collection<EventNumber> events) {
        return events.stream()
                .filter(event ->
                        event.kind() == TallyKind.ATTEMPTS && !event.hour().isBefore(since))
                .filter(event -> isRefusal(event.outcome()))
                .collect(Collectors.groupingBy(EventNumber::outcome, Collectors.summingLong(EventNumber::amount)))
                .entrySet()
                .stream()
                .map(count -> new OutcomeCount(count.getKey(), count.getValue()))
                .sorted(ORDER)
                .toList();
    }

    private static boolean isRefusal(String outcome) {
        return AttemptOutcome.named(outcome)
                .filter(known -> known.isRefusal() && known != AttemptOutcome.USE_NONCE)
                .isPresent();
    }
}
