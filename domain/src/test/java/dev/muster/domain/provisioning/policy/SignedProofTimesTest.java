package dev.muster.domain.provisioning.policy;

import static dev.muster.domain.provisioning.policy.SignedProofFixture.EC;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.HEADER;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.POLICY;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.context;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.judge;
import static dev.muster.domain.provisioning.proof.ProofFixture.IDENTIFIER;
import static dev.muster.domain.provisioning.proof.ProofFixture.NOW;
import static dev.muster.domain.provisioning.proof.ProofFixture.SECONDS;
import static dev.muster.domain.provisioning.proof.ProofFixture.json;
import static dev.muster.domain.provisioning.proof.ProofFixture.part;
import static dev.muster.domain.provisioning.proof.ProofFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.proof.CompactJws;
import dev.muster.domain.provisioning.proof.ProofClaims;
import dev.muster.domain.provisioning.proof.ProofFixture;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerdict.Rejected;
import dev.muster.domain.provisioning.proof.ProofVerdict.Verified;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The times of a proof, and the nonce that stands instead of them. */
class SignedProofTimesTest {

    @Test
    void aNonceOfTheServerStandsInPlaceOfTimesAndId() {
        JsonObject claims = EC.clocklessClaims();
        assertThat(judge(EC, EC.sign(JwsAlgorithm.ES256, HEADER, claims)))
                .isEqualTo(new Verified(
                        new ProofClaims(EC.certificate().accessKey(), IDENTIFIER, claims.getString("nonce"))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "nonce | \"abc\" | NONCE_UNKNOWN",
                "nonce | \"\" | NONCE_UNKNOWN",
                "nonce | null | NONCE_UNKNOWN",
                "nonce | 1 | NONCE_UNKNOWN",
                "nonce | | NONCE_NEEDED",
                "exp | \"1772359300\" | UNUSABLE_TIMES",
                "nbf | null | UNUSABLE_TIMES",
                "iat | [1] | UNUSABLE_TIMES",
                "ath | \"\" | WRONG_TOKEN_HASH",
            })
    void refusesTheClaimOfADeviceWithoutAClock(String member, String value, ProofRejection reason) {
        JsonObject claims = with(EC.clocklessClaims(), member, value == null ? null : json(value));
        assertThat(judge(EC, EC.sign(JwsAlgorithm.ES256, HEADER, claims))).isEqualTo(new Rejected(reason));
    }

    @Test
    void besideANonceIsAClockThatRunsWrongForgivenAndOneThatRunsRightHarmless() {
        for (String time : new String[] {"0", "17", "17.25", "4102444800", "1772359200000"}) {
            JsonObject wrong = with(EC.clocklessClaims(), "iat", json(time));
            wrong = with(wrong, "exp", json(time));
            wrong = with(wrong, "nbf", json(time));
            assertThat(judge(EC, EC.sign(JwsAlgorithm.ES256, HEADER, wrong))).isInstanceOf(Verified.class);
        }
        JsonObject right = with(EC.claims(), "nonce", EC.clocklessClaims().get("nonce"));
        assertThat(judge(EC, EC.sign(JwsAlgorithm.ES256, HEADER, right))).isInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1772359200000, 1772359300000",
        "1772359200000000, 1772359300000000",
        "1772359200000000000, 1772359300000000000",
        "1772359200, 1772359300000",
        "1772359200000, 1772359300"
    })
    void timesInAnotherUnitAreToldByTheAttempt(String iat, String exp) {
        JsonObject claims = with(with(EC.claims(), "iat", json(iat)), "exp", json(exp));
        assertThat(judge(EC, EC.sign(JwsAlgorithm.ES256, HEADER, claims)))
                .isEqualTo(new Rejected(ProofRejection.TIMES_NOT_IN_SECONDS));
    }

    @Test
    void anotherUnitIsNotToldToWhoeverCannotSign() {
        JsonObject claims = with(EC.claims(), "iat", json("1772359200000"));
        assertThat(judge(EC, ProofFixture.of(KeyAlgorithm.EC_P256).sign(JwsAlgorithm.ES256, HEADER, claims)))
                .isEqualTo(new Rejected(ProofRejection.BAD_SIGNATURE));
    }

    @Test
    void oneTimeAloneIsNoReasonToAskForANonce() {
        for (String name : new String[] {"iat", "exp"}) {
            assertThat(judge(EC, EC.sign(JwsAlgorithm.ES256, HEADER, with(EC.claims(), name, null))))
                    .isEqualTo(new Rejected(ProofRejection.UNUSABLE_TIMES));
        }
    }

    /** The request alone decides it: no access key and no signature. */
    @Test
    void thatANonceIsNeededIsToldToEveryone() {
        JsonObject claims = with(EC.clocklessClaims(), "nonce", null);
        String input = part(HEADER.toString()) + "." + part(claims.toString());
        CompactJws forged = ProofFixture.parse(input + ".AAAA");
        String accessKey = EC.certificate().accessKey();
        Rejected needed = new Rejected(ProofRejection.NONCE_NEEDED);
        assertThat(judge(EC, forged)).isEqualTo(needed);
        assertThat(POLICY.judge(context(accessKey, null, NOW), forged)).isEqualTo(needed);
    }

    @Test
    void sameProofAtTheEdgesOfTheClock() {
        CompactJws proof = EC.sign(JwsAlgorithm.ES256, HEADER, EC.claims());
        assertThat(judgeAt(proof, -301)).isEqualTo(new Rejected(ProofRejection.NOT_YET_VALID));
        assertThat(judgeAt(proof, -300)).isInstanceOf(Verified.class);
        assertThat(judgeAt(proof, 599)).isInstanceOf(Verified.class);
        assertThat(judgeAt(proof, 600)).isEqualTo(new Rejected(ProofRejection.EXPIRED));
    }

    private static ProofVerdict judgeAt(CompactJws proof, int secondsLater) {
        Instant now = Instant.ofEpochSecond(SECONDS + secondsLater);
        return POLICY.judge(context(EC.certificate().accessKey(), EC.certificate(), now), proof);
    }
}
