package dev.muster.domain.provisioning.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.ProblemCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptOutcomeTest {

    @ParameterizedTest
    @EnumSource(AttemptOutcome.class)
    void isFoundByItsCodeWhichTheLogHasRoomFor(AttemptOutcome outcome) {
        assertThat(AttemptOutcome.named(outcome.code())).contains(outcome);
        assertThat(outcome.code()).hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void strangersCanOnlyBringAboutWhatIsNotVerified() {
        assertThat(of(ProblemCode.INVALID_PROOF).isVerified()).isFalse();
        assertThat(of(ProblemCode.USE_NONCE).isVerified()).isFalse();
        assertThat(of(ProblemCode.MALFORMED_REQUEST).isVerified()).isFalse();
        assertThat(of(ProblemCode.DEVICE_NOT_IMPORTED).isVerified()).isTrue();
        assertThat(of(ProblemCode.DEVICE_NOT_IMPORTED).isSuccess()).isFalse();
        assertThat(AttemptOutcome.ROTATED.isSuccess()).isTrue();
    }

    @Test
    void whatWaitsForAManagerIsVerifiedAndNoSuccess() {
        AttemptOutcome outcome = AttemptOutcome.of(new ProvisioningOutcome.ApprovalPending(UUID.randomUUID()));
        assertThat(outcome).isEqualTo(AttemptOutcome.APPROVAL_PENDING);
        assertThat(outcome.isVerified()).isTrue();
        assertThat(outcome.isSuccess()).isFalse();
    }

    private static AttemptOutcome of(ProblemCode code) {
        return AttemptOutcome.of(new ProvisioningOutcome.Refused(UUID.randomUUID(), code, null));
    }
}
