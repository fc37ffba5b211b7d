package dev.muster.domain.provisioning.policy;

import static dev.muster.domain.provisioning.policy.SignedProofFixture.DEVICES;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.EC;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.HEADER;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.judge;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.judgeClaim;
import static dev.muster.domain.provisioning.proof.ProofFixture.IDENTIFIER;
import static dev.muster.domain.provisioning.proof.ProofFixture.json;
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
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header and the claims of a proof. */
class SignedProofPolicyTest {

    @ParameterizedTest
    @EnumSource
    void believesAProofOfEveryAlgorithm(JwsAlgorithm algorithm) {
        ProofFixture device = DEVICES.get(algorithm);
        CompactJws proof = device.sign(algorithm, ProofFixture.header(algorithm), device.claims());
        assertThat(judge(device, proof))
                .isEqualTo(new Verified(new ProofClaims(
                        device.certificate().accessKey(), IDENTIFIER, "0b2c7cf0-9f4f-4f07-8f43-0a6a1b6b4f10")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "alg | | ALGORITHM_NOT_ACCEPTED",
                "alg | null | ALGORITHM_NOT_ACCEPTED",
                "alg | 1 | ALGORITHM_NOT_ACCEPTED",
                "alg | [\"ES256\"] | ALGORITHM_NOT_ACCEPTED",
                "alg | \"none\" | ALGORITHM_NOT_ACCEPTED",
                "alg | \"NONE\" | ALGORITHM_NOT_ACCEPTED",
                "alg | \"\" | ALGORITHM_NOT_ACCEPTED",
                "alg | \"es256\" | ALGORITHM_NOT_ACCEPTED",
                "alg | \"HS256\" | ALGORITHM_NOT_ACCEPTED",
                "alg | \"ES256K\" | ALGORITHM_NOT_ACCEPTED",
                "alg | \"ES512\" | ALGORITHM_NOT_ACCEPTED",
                "alg | \"RS512\" | ALGORITHM_NOT_ACCEPTED",
                "alg | \"EDDSA\" | ALGORITHM_NOT_ACCEPTED",
                "alg | \"Ed25519\" | ALGORITHM_NOT_ACCEPTED",
                "alg | \"Ed448\" | ALGORITHM_NOT_ACCEPTED",
                "alg | \"ES384\" | ALGORITHM_NOT_OF_KEY",
                "alg | \"EdDSA\" | ALGORITHM_NOT_OF_KEY",
                "alg | \"RS256\" | ALGORITHM_NOT_OF_KEY",
                "alg | \"PS256\" | ALGORITHM_NOT_OF_KEY",
                "typ | | WRONG_TYPE",
                "typ | \"JWT\" | WRONG_TYPE",
                "typ | \"text/provision+jwt\" | WRONG_TYPE",
                "typ | \"application/application/provision+jwt\" | WRONG_TYPE",
                "typ | \"application/JWT\" | WRONG_TYPE",
                "typ | \"provision+jwt \" | WRONG_TYPE",
                "typ | \"/provision+jwt\" | WRONG_TYPE",
                "typ | [\"provision+jwt\"] | WRONG_TYPE",
                "jwk | {\"kty\":\"EC\"} | HEADER_MEMBER_REFUSED",
                "jku | \"https://a.example\" | HEADER_MEMBER_REFUSED",
                "x5u | \"https://a.example\" | HEADER_MEMBER_REFUSED",
                "x5c | [\"MIIB\"] | HEADER_MEMBER_REFUSED",
                "x5c | null | HEADER_MEMBER_REFUSED",
                "crit | [] | HEADER_MEMBER_REFUSED",
                "crit | [\"exp\"] | HEADER_MEMBER_REFUSED",
                "b64 | false | HEADER_MEMBER_REFUSED",
                "zip | \"DEF\" | HEADER_MEMBER_REFUSED",
                "enc | \"A256GCM\" | HEADER_MEMBER_REFUSED",
            })
    void refusesTheHeader(String member, String value, ProofRejection reason) {
        JsonObject header = with(HEADER, member, value == null ? null : json(value));
        assertThat(judge(EC, EC.sign(JwsAlgorithm.ES256, header, EC.claims()))).isEqualTo(new Rejected(reason));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "iss | | WRONG_ISSUER",
                "iss | null | WRONG_ISSUER",
                "iss | \"ABCDEFGHIJKLMNOPQRSTUVWX27\" | WRONG_ISSUER",
                "sub | | WRONG_SUBJECT",
                "sub | 356938035643809 | WRONG_SUBJECT",
                "sub | \"356938035643808\" | WRONG_SUBJECT",
                "sub | \"356938035643809\\u0000\" | WRONG_SUBJECT",
                "aud | | WRONG_AUDIENCE",
                "aud | \"muster\" | WRONG_AUDIENCE",
                "aud | [] | WRONG_AUDIENCE",
                "aud | [\"muster-provision\",\"other\"] | WRONG_AUDIENCE",
                "aud | [\"muster-provision\",\"muster-provision\"] | WRONG_AUDIENCE",
                "aud | [[\"muster-provision\"]] | WRONG_AUDIENCE",
                "ath | | WRONG_TOKEN_HASH",
                "ath | \"\" | WRONG_TOKEN_HASH",
                "ath | 1 | WRONG_TOKEN_HASH",
                "ath | \"fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo\" | WRONG_TOKEN_HASH",
                "jti | | UNUSABLE_PROOF_ID",
                "jti | 1234567890123456 | UNUSABLE_PROOF_ID",
                "jti | \"123456789012345\" | UNUSABLE_PROOF_ID",
                "jti | \"1234567890 123456\" | UNUSABLE_PROOF_ID",
                "jti | \"1234567890123456\\n\" | UNUSABLE_PROOF_ID",
                "jti | \"123456789012345ü\" | UNUSABLE_PROOF_ID",
            })
    void refusesTheClaim(String member, String value, ProofRejection reason) {
        JsonObject claims = with(EC.claims(), member, value == null ? null : json(value));
        assertThat(judge(EC, EC.sign(JwsAlgorithm.ES256, HEADER, claims))).isEqualTo(new Rejected(reason));
    }

    @Test
    void proofIdHas16To128Characters() {
        for (int length : new int[] {16, 128}) {
            assertThat(judgeClaim("jti", "\"" + "~".repeat(length) + "\"")).isInstanceOf(Verified.class);
        }
        assertThat(judgeClaim("jti", "\"" + "~".repeat(129) + "\""))
                .isEqualTo(new Rejected(ProofRejection.UNUSABLE_PROOF_ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"provision+jwt", "PROVISION+JWT", "application/provision+jwt", "Application/Provision+JWT"})
    void theTypeIsAMediaType(String type) {
        JsonObject header = with(HEADER, "typ", json('"' + type + '"'));
        assertThat(judge(EC, EC.sign(JwsAlgorithm.ES256, header, EC.claims()))).isInstanceOf(Verified.class);
    }

    @Test
    void audienceMayBeAnArrayAndUnknownMembersAreIgnored() {
        assertThat(judgeClaim("aud", "[\"muster-provision\"]")).isInstanceOf(Verified.class);
        assertThat(judgeClaim("firmware", "\"1.2\"")).isInstanceOf(Verified.class);
        JsonObject header = with(HEADER, "kid", json("\"1\""));
        assertThat(judge(EC, EC.sign(JwsAlgorithm.ES256, header, EC.claims()))).isInstanceOf(Verified.class);
    }

    @Test
    void identifiersAreComparedAsTheManufacturerWritesThem() {
        JsonObject claims = with(EC.claims(), "sub", json("\"aa-bb\""));
        CompactJws proof = EC.sign(JwsAlgorithm.ES256, HEADER, claims);
        ProofVerdict verdict =
                judge(EC, proof, "AA:BB", s -> s.toUpperCase(Locale.ROOT).replaceAll("[-:]", ""));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verified.class,
                        v -> assertThat(v.claims().uniqueIdentifier()).isEqualTo("AABB"));
        assertThat(judge(EC, proof, "AA:BB", UnaryOperator.identity()))
                .isEqualTo(new Rejected(ProofRejection.WRONG_SUBJECT));
    }
}
