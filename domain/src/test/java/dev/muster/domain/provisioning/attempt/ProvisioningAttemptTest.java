package dev.muster.domain.provisioning.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log keeps a text up to its limit, and cuts off the rest. */
class ProvisioningAttemptTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String KEY_SYMBOL = "\uD83D\uDD11";

    @Test
    void recordsWhatIsKnownAboutTheSender() {
        UUID manufacturer = UUID.randomUUID();
        UUID certificate = UUID.randomUUID();
        AttemptSubject subject = new AttemptSubject(manufacturer, certificate, null, "a-1", "A1", "192.0.2.1");

        ProvisioningAttempt attempt =
                new ProvisioningAttempt(UUID.randomUUID(), subject, AttemptOutcome.INVALID_PROOF, "EXPIRED", NOW);

        assertThat(attempt.manufacturerId()).isEqualTo(manufacturer);
        assertThat(attempt.certificateId()).isEqualTo(certificate);
        assertThat(attempt.uniqueIdentifier()).isEqualTo("a-1");
        assertThat(attempt.source()).isEqualTo("192.0.2.1");
        assertThat(attempt.outcome()).isEqualTo("invalid-proof");
        assertThat(attempt.reason()).isEqualTo("EXPIRED");
    }

    @Test
    void aReasonHasAtMost400Characters() {
        String longest = "x".repeat(399) + "y";

        assertThat(withReason(longest).reason()).isEqualTo(longest);
        assertThat(withReason(longest + "z").reason()).isEqualTo(longest);
    }

    @Test
    void mayHaveNoReason() {
        assertThat(withReason(null).reason()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128})
    void anIdentifierThatFitsStaysAsItIs(int length) {
        String identifier = "x".repeat(length);

        assertThat(named(identifier).uniqueIdentifier()).isEqualTo(identifier);
        assertThat(named(identifier).normalizedIdentifier()).isEqualTo(identifier);
    }

    @Test
    void anIdentifierHasAtMost128Characters() {
        String longest = "x".repeat(127) + "y";

        assertThat(named(longest + "z").uniqueIdentifier()).isEqualTo(longest);
        assertThat(named(longest + "z").normalizedIdentifier()).isEqualTo(longest);
    }

    @Test
    void theCutSplitsNoSurrogatePair() {
        String whole = "x".repeat(126) + KEY_SYMBOL;
        String splits = "x".repeat(127) + KEY_SYMBOL;

        assertThat(named(whole + "z").uniqueIdentifier()).isEqualTo(whole);
        assertThat(named(splits).uniqueIdentifier()).isEqualTo("x".repeat(127));
    }

    @Test
    void mayHaveNoIdentifier() {
        assertThat(named(null).uniqueIdentifier()).isNull();
        assertThat(named(null).normalizedIdentifier()).isNull();
    }

    private static ProvisioningAttempt withReason(String reason) {
        return new ProvisioningAttempt(UUID.randomUUID(), named(null), AttemptOutcome.MALFORMED_REQUEST, reason, NOW);
    }

    private static AttemptSubject named(String identifier) {
        return new AttemptSubject(null, null, null, identifier, identifier, "192.0.2.1");
    }
}
