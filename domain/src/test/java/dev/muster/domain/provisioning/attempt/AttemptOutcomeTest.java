package dev.muster.domain.provisioning.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.provisioning.ProvisioningOutcome;
import dev.muster.domain.shared.ProblemCode;
import java.util.List;
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

    @Test
    void aDeviceIsProvisionedTheFirstTimeAndRotatedLater() {
        assertThat(AttemptOutcome.of(provisioned(true))).isEqualTo(AttemptOutcome.PROVISIONED);
        assertThat(AttemptOutcome.of(provisioned(false))).isEqualTo(AttemptOutcome.ROTATED);
    }

    @Test
    void aRefusalThatIsNotRecordedHasNoOutcome() {
        assertThatThrownBy(() -> of(ProblemCode.NOT_FOUND)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ProvisioningOutcome provisioned(boolean first) {
        return new ProvisioningOutcome.Provisioned(
                UUID.randomUUID(),
                first,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "A1",
                null,
                null,
                new ProvisioningOutcome.CertificateChain("client", List.of()),
                null);
    }

    private static AttemptOutcome of(ProblemCode code) {
        return AttemptOutcome.of(new ProvisioningOutcome.Refused(UUID.randomUUID(), code, null));
    }
}
