package dev.muster.rest.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.ProvisioningOutcome.Refused;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.json.MalformedRequestException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalSentenceTest {

    private static final UUID ATTEMPT = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(value = ProblemCode.class, mode = EnumSource.Mode.EXCLUDE, names = "MALFORMED_REQUEST")
    void everyRefusalIsASentence(ProblemCode code) {
        assertThat(RefusalSentence.of(new Refused(ATTEMPT, code, null)))
                .endsWith(".")
                .doesNotContain("%");
    }

    @Test
    void whatCannotBeReadIsToldAsItWasFound() {
        Refused refused = Refused.unreadable(ATTEMPT, new MalformedRequestException("The JSON is empty."));
        assertThat(RefusalSentence.of(refused)).isEqualTo("The JSON is empty.");
    }

    @Test
    void whoRenewsTooOftenIsToldWhatToDo() {
        assertThat(RefusalSentence.of(Refused.renewedTooOften(ATTEMPT, Duration.ofHours(3))))
                .contains("10 times within 24 hours", "Retry-After")
                .endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(
            value = ProofRejection.class,
            names = "DEVICE_CERTIFICATE_(KEY_USAGE|CLIENT_AUTH|NAMES|OF_CA)",
            mode = EnumSource.Mode.MATCH_ANY)
    void aCertificateThatIsNoDevicesHasItsOwnReason(ProofRejection reason) {
        assertThat(RefusalSentence.of(new Refused(ATTEMPT, ProblemCode.PROOF_FORM_DISABLED, reason.name())))
                .isEqualTo(reason.deviceCertificateAdvice().orElseThrow())
                .doesNotContain("turned on");
    }

    /** Why a proof is not believed is never told: one answer for all. */
    @ParameterizedTest
    @EnumSource(ProofRejection.class)
    void anInvalidProofHasOneSentence(ProofRejection reason) {
        assertThat(RefusalSentence.of(new Refused(ATTEMPT, ProblemCode.INVALID_PROOF, reason.name())))
                .isEqualTo(RefusalSentence.of(new Refused(ATTEMPT, ProblemCode.INVALID_PROOF, null)));
    }
}
