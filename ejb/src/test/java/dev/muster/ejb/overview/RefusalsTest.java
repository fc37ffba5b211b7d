package dev.muster.ejb.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.tally.TallyKind;
import dev.muster.ejb.tally.EventNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Instant SINCE = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void onlyRefusalsCountAndTheMostFrequentComesFirst() {
        List<EventNumber> events = List.of(
                attempts("certificate-revoked", 0, 1),
                attempts("budget-exhausted", 1, 2),
                attempts("budget-exhausted", 2, 3),
                attempts("provisioned", 0, 50),
                attempts("approval-pending", 0, 50),
                attempts("use-nonce", 0, 50),
                attempts("certificate-expired", -1, 50),
                new EventNumber(TallyKind.MESSAGES, "", SINCE, 50));
        assertThat(Refusals.since(SINCE, events))
                .containsExactly(new OutcomeCount("budget-exhausted", 5), new OutcomeCount("certificate-revoked", 1));
    }

    @Test
    void eachProofIsAcceptedRefusedOrInvalid() {
        List<EventNumber> events = List.of(
                attempts("provisioned", 0, 1),
                attempts("rotated", 0, 2),
                attempts("approval-pending", 0, 4),
                attempts("budget-exhausted", 0, 8),
                attempts("invalid-proof", 0, 16),
                attempts("malformed-request", 0, 32),
                attempts("use-nonce", 0, 64));
        ProofActivity proofs = ProofActivity.of(SINCE, events);
        assertThat(proofs.accepted().day().total()).isEqualTo(7);
        assertThat(proofs.refused().month().total()).isEqualTo(8);
        assertThat(proofs.invalid().day().total()).isEqualTo(48);
    }

    private static EventNumber attempts(String outcome, int hour, long amount) {
        return new EventNumber(TallyKind.ATTEMPTS, outcome, SINCE.plus(Duration.ofHours(hour)), amount);
    }
}
