package dev.muster.domain.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.organization.ReprovisioningPolicy;
import dev.muster.domain.provisioning.SecondProof.Answer;
import dev.muster.domain.provisioning.proof.ProofKey;
import dev.muster.domain.trust.CertificatePurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SecondProofTest {

    /** Every policy, key and state, without a decision of a manager. INVALIDATED has its own test. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            ROTATE_UNTIL_FIRST_USE, OWN,     PROVISIONED, ROTATE
            ROTATE_UNTIL_FIRST_USE, OWN,     ACTIVE,      REFUSE
            ROTATE_UNTIL_FIRST_USE, SHARED,  PROVISIONED, ROTATE
            ROTATE_UNTIL_FIRST_USE, SHARED,  ACTIVE,      REFUSE
            ROTATE_UNTIL_FIRST_USE, LITERAL, PROVISIONED, REFUSE
            ROTATE_UNTIL_FIRST_USE, LITERAL, ACTIVE,      REFUSE
            NEVER,                  OWN,     PROVISIONED, REFUSE
            NEVER,                  OWN,     ACTIVE,      REFUSE
            NEVER,                  SHARED,  PROVISIONED, REFUSE
            NEVER,                  SHARED,  ACTIVE,      REFUSE
            NEVER,                  LITERAL, PROVISIONED, REFUSE
            NEVER,                  LITERAL, ACTIVE,      REFUSE
            ROTATE,                 OWN,     PROVISIONED, ROTATE
            ROTATE,                 OWN,     ACTIVE,      ROTATE
            ROTATE,                 SHARED,  PROVISIONED, ASK
            ROTATE,                 SHARED,  ACTIVE,      ASK
            ROTATE,                 LITERAL, PROVISIONED, REFUSE
            ROTATE,                 LITERAL, ACTIVE,      REFUSE
            APPROVAL,               OWN,     PROVISIONED, ASK
            APPROVAL,               OWN,     ACTIVE,      ASK
            APPROVAL,               SHARED,  PROVISIONED, ASK
            APPROVAL,               SHARED,  ACTIVE,      ASK
            APPROVAL,               LITERAL, PROVISIONED, REFUSE
            APPROVAL,               LITERAL, ACTIVE,      REFUSE
            """)
    void isAnsweredAsThePolicySays(ReprovisioningPolicy policy, ProofKey key, DeviceStatus device, Answer answer) {
        assertThat(new SecondProof(key, device, false, false).under(policy)).isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource
    void whatAManagerHasAllowedHappensWhateverElseHolds(ReprovisioningPolicy policy) {
        for (ProofKey key : ProofKey.values()) {
            for (DeviceStatus device : DeviceStatus.values()) {
                assertThat(new SecondProof(key, device, true, true).under(policy))
                        .isEqualTo(Answer.ROTATE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRevocationBricksNobody(ReprovisioningPolicy policy) {
        for (ProofKey key : ProofKey.values()) {
            assertThat(new SecondProof(key, DeviceStatus.INVALIDATED, false, true).under(policy))
                    .isEqualTo(Answer.ROTATE);
        }
    }

    @Test
    void whatAManagerHasRejectedIsNotAskedAgain() {
        SecondProof shared = new SecondProof(ProofKey.SHARED, DeviceStatus.PROVISIONED, false, true);
        assertThat(shared.under(ReprovisioningPolicy.APPROVAL)).isEqualTo(Answer.REFUSE);
        assertThat(shared.under(ReprovisioningPolicy.ROTATE)).isEqualTo(Answer.REFUSE);
        assertThat(shared.under(ReprovisioningPolicy.ROTATE_UNTIL_FIRST_USE)).isEqualTo(Answer.ROTATE);
    }

    @Test
    void theCertificateSaysWhoseTheKeyIs() {
        assertThat(ProofKey.of(CertificatePurpose.DEVICE_CA, false)).isEqualTo(ProofKey.OWN);
        assertThat(ProofKey.of(CertificatePurpose.PROOF, false)).isEqualTo(ProofKey.SHARED);
        assertThat(ProofKey.of(CertificatePurpose.PROOF, true)).isEqualTo(ProofKey.LITERAL);
    }
}
