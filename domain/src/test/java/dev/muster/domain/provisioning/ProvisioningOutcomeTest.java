package dev.muster.domain.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.shared.ProblemCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProvisioningOutcomeTest {

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONCE_NEEDED", "NONCE_UNKNOWN", "NONCE_EXPIRED"})
    void everyRejectedProofIsToldAlike(ProofRejection reason) {
        ProvisioningOutcome.Refused refused = ProvisioningOutcome.Refused.proof(UUID.randomUUID(), reason);
        assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_PROOF);
        assertThat(refused.reason()).isEqualTo(reason.name());
    }

    /** Only the request shows it, so it reveals nothing about any certificate. */
    @ParameterizedTest
    @EnumSource(names = {"NONCE_NEEDED", "NONCE_UNKNOWN", "NONCE_EXPIRED"})
    void thatANonceIsNeededIsToldAsSuch(ProofRejection reason) {
        ProvisioningOutcome.Refused refused = ProvisioningOutcome.Refused.proof(UUID.randomUUID(), reason);
        assertThat(refused.code()).isEqualTo(ProblemCode.USE_NONCE);
        assertThat(refused.reason()).isEqualTo(reason.name());
    }

    @Test
    void secretDoesNotReachALog() {
        UUID id = UUID.randomUUID();
        ProvisioningOutcome outcome = new ProvisioningOutcome.Provisioned(
                id,
                true,
                id,
                id,
                "1",
                null,
                null,
                new ProvisioningOutcome.Credentials("client", "key", "s3cret"),
                null);
        assertThat(outcome.toString()).contains("client").doesNotContain("s3cret");
    }
}
