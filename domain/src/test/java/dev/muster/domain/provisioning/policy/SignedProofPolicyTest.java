package dev.muster.domain.provisioning.policy;

import static dev.muster.domain.provisioning.proof.ProofFixture.IDENTIFIER;
import static dev.muster.domain.provisioning.proof.ProofFixture.NOW;
import static dev.muster.domain.provisioning.proof.ProofFixture.SECONDS;
import static dev.muster.domain.provisioning.proof.ProofFixture.json;
import static dev.muster.domain.provisioning.proof.ProofFixture.part;
import static dev.muster.domain.provisioning.proof.ProofFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.proof.CompactJws;
import dev.muster.domain.provisioning.proof.DecoyKeys;
import dev.muster.domain.provisioning.proof.ProofClaims;
import dev.muster.domain.provisioning.proof.ProofFixture;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerdict.Rejected;
import dev.muster.domain.provisioning.proof.ProofVerdict.Verified;
import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.key.RsaRecovery;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedProofPolicyTest {

    private static final ProofFixture EC = ProofFixture.of(KeyAlgorithm.EC_P256);
    private static final ProofFixture RSA = ProofFixture.of(KeyAlgorithm.RSA_3072);
    private static final ProofFixture ED = ProofFixture.of(KeyAlgorithm.ED25519);
    private static final ProofFixture P384 = ProofFixture.of(KeyAlgorithm.EC_P384);
    private static final Map<JwsAlgorithm, ProofFixture> DEVICES = Map.of(
            JwsAlgorithm.ES256, EC,
            JwsAlgorithm.ES384, P384,
            JwsAlgorithm.RS256, RSA,
            JwsAlgorithm.PS256, RSA,
            JwsAlgorithm.EdDSA, ED);
    private static final SignedProofPolicy POLICY =
            new SignedProofPolicy(DecoyKeys.generate(ProofFixture.RANDOM), ProofFixture.NONCES);
    private static final JsonObject HEADER = ProofFixture.header(JwsAlgorithm.ES256);

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
    @ValueSource(strings = {"provision+jwt", "PROVISION+JWT", "application/provision+jwt", "Application/Provision+JWT"})
    void theTypeIsAMediaType(String type) {
        JsonObject header = with(HEADER, "typ", json('"' + type + '"'));
        assertThat(judge(EC, EC.sign(JwsAlgorithm.ES256, header, EC.claims()))).isInstanceOf(Verified.class);
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

    @Test
    void everySignatureButTheKeysIsBad() {
        String input = part(HEADER.toString()) + "." + part(EC.claims().toString());
        ProofFixture stranger = ProofFixture.of(KeyAlgorithm.EC_P256);
        String strangers = ProofFixture.base64Url(stranger.signature(JwsAlgorithm.ES256, input));
        for (String signature : new String[] {"", "AA", strangers}) {
            assertThat(judge(EC, ProofFixture.parse(input + "." + signature)))
                    .isEqualTo(new Rejected(ProofRejection.BAD_SIGNATURE));
        }
    }

    /** The key's text as an HMAC secret (RFC 8725 section 2.1). */
    @Test
    void publicKeyIsNoSecret() throws Exception {
        for (String alg : new String[] {"HS256", "RS256"}) {
            JsonObject header = with(HEADER, "alg", json('"' + alg + '"'));
            String input = part(header.toString()) + "." + part(RSA.claims().toString());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    Pem.encode(RSA.keys().getPublic()).getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] tag = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
            assertThat(judge(RSA, ProofFixture.parse(input + "." + ProofFixture.base64Url(tag))))
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void rsaKeyDoesNotMakeEs256() {
        String input = part(HEADER.toString()) + "." + part(RSA.claims().toString());
        String signature = ProofFixture.base64Url(RSA.signature(JwsAlgorithm.RS256, input));
        assertThat(judge(RSA, ProofFixture.parse(input + "." + signature)))
                .isEqualTo(new Rejected(ProofRejection.ALGORITHM_NOT_OF_KEY));
    }

    /** Each key makes the signatures of its own algorithm alone, whatever the header says. */
    @ParameterizedTest
    @EnumSource
    void aKeyDoesNotMakeTheAlgorithmsOfOthers(JwsAlgorithm named) {
        JsonObject header = ProofFixture.header(named);
        DEVICES.forEach((made, device) -> {
            CompactJws proof = device.sign(made, header, device.claims());
            boolean ofKey = device.algorithm().jwsAlgorithms().contains(named);
            ProofVerdict expected =
                    new Rejected(ofKey ? ProofRejection.BAD_SIGNATURE : ProofRejection.ALGORITHM_NOT_OF_KEY);
            if (made != named) {
                assertThat(judge(device, proof)).as(made.name()).isEqualTo(expected);
            }
        });
    }

    /** Whoever measures the time of a refusal learns nothing: there is as much to do as with a key that is known. */
    @Test
    void thereIsADecoyForEachAlgorithmAndEachLengthOfRsa() {
        DecoyKeys decoys = DecoyKeys.generate(ProofFixture.RANDOM);
        for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
            ProofVerificationKey decoy = decoys.of(algorithm, 300);
            assertThat(decoy.keyAlgorithm().jwsAlgorithms()).contains(algorithm);
            assertThat(KeyAlgorithm.of(decoy.publicKey())).contains(decoy.keyAlgorithm());
        }
        for (int length : new int[] {256, 257, 300, 512, 1024}) {
            assertThat(RsaRecovery.isAsLongAs(
                            decoys.of(JwsAlgorithm.PS256, length).publicKey(), new byte[length]))
                    .isTrue();
        }
        for (int length : new int[] {0, 255, 1025}) {
            assertThat(RsaRecovery.isAsLongAs(
                            decoys.of(JwsAlgorithm.RS256, length).publicKey(), new byte[384]))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void unknownAccessKeyIsRefusedHoweverGoodTheProof(JwsAlgorithm algorithm) {
        ProofFixture device = DEVICES.get(algorithm);
        CompactJws proof = device.sign(algorithm, ProofFixture.header(algorithm), device.claims());
        Rejected unknown = new Rejected(ProofRejection.UNKNOWN_ACCESS_KEY);
        String accessKey = device.certificate().accessKey();
        assertThat(POLICY.judge(context(accessKey, null, NOW), proof)).isEqualTo(unknown);
        String other = Secrets.newAccessKey(ProofFixture.RANDOM);
        assertThat(POLICY.judge(context(other, device.certificate(), NOW), proof))
                .isEqualTo(unknown);
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

    private static ProofVerdict judgeClaim(String name, String value) {
        return judge(EC, EC.sign(JwsAlgorithm.ES256, HEADER, with(EC.claims(), name, json(value))));
    }

    private static ProofVerdict judge(ProofFixture device, CompactJws proof) {
        return judge(device, proof, IDENTIFIER, UnaryOperator.identity());
    }

    private static ProofVerdict judge(
            ProofFixture device, CompactJws proof, String identifier, UnaryOperator<String> normalizer) {
        ProofContext context = new ProofContext(
                device.certificate().accessKey(),
                Optional.of(device.certificate()),
                Optional.empty(),
                identifier,
                normalizer,
                NOW);
        return POLICY.judge(context, proof);
    }

    private static ProofContext context(String accessKey, ProofVerificationKey key, Instant now) {
        return new ProofContext(
                accessKey, Optional.ofNullable(key), Optional.empty(), IDENTIFIER, UnaryOperator.identity(), now);
    }
}
