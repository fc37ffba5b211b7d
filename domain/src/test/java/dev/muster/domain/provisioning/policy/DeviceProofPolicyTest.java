package dev.muster.domain.provisioning.policy;

import static dev.muster.domain.provisioning.proof.ProofFixture.IDENTIFIER;
import static dev.muster.domain.provisioning.proof.ProofFixture.NOW;
import static dev.muster.domain.provisioning.proof.ProofFixture.json;
import static dev.muster.domain.provisioning.proof.ProofFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.provisioning.proof.CompactJws;
import dev.muster.domain.provisioning.proof.ProofClaims;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerdict.Rejected;
import dev.muster.domain.provisioning.proof.ProofVerdict.Verified;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.trust.key.KeyAlgorithm;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceProofPolicyTest {

    private static final DeviceProofPolicy POLICY = DeviceFixture.policy();
    private static final DeviceFixture.Factory FACTORY = DeviceFixture.Factory.create();
    private static final DeviceFixture DEVICE =
            FACTORY.device(KeyAlgorithm.EC_P256, "CN=Tracker,SERIALNUMBER=" + IDENTIFIER);
    private static final byte[] ISSUER = FACTORY.authority().certificate();

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "EC_P384", "ED25519"})
    void believesADeviceWithAnyKey(KeyAlgorithm kind) throws Exception {
        DeviceFixture device = FACTORY.device(kind, "CN=" + IDENTIFIER);
        assertThat(judge(device.proof())).isEqualTo(verified(IDENTIFIER));
    }

    @Test
    void judgesOnlyProofsWithADevicesCertificate() {
        assertThat(DeviceProofPolicy.concerns(DEVICE.proof())).isTrue();
        assertThat(DeviceProofPolicy.concerns(signed(with(DEVICE.header(), "x5c", null))))
                .isFalse();
    }

    @Test
    void believesTheChainWithItsIssuerAndWithTheRoot() throws Exception {
        assertThat(judge(signed(DEVICE.header(DEVICE.certificate(), ISSUER)))).isEqualTo(verified(IDENTIFIER));
        assertThat(judge(signed(DEVICE.header(DEVICE.certificate(), ISSUER, DeviceFixture.ROOT_DER))))
                .isEqualTo(verified(IDENTIFIER));
    }

    @Test
    void refusesAnotherFactorysDevice() throws Exception {
        DeviceFixture.Factory other = DeviceFixture.Factory.create();
        DeviceFixture device = other.device(KeyAlgorithm.EC_P256, "CN=" + IDENTIFIER);
        JsonObject claims =
                with(device.claims(), "iss", json('"' + FACTORY.authority().accessKey() + '"'));
        assertRejected(
                ProofRejection.DEVICE_CERTIFICATE_REFUSED, device.sign(device.header(device.certificate()), claims));
        byte[] othersIssuer = other.authority().certificate();
        assertRejected(
                ProofRejection.DEVICE_CERTIFICATE_REFUSED,
                device.sign(device.header(device.certificate(), othersIssuer), claims));
        assertRejected(
                ProofRejection.DEVICE_CERTIFICATE_REFUSED, signed(DEVICE.header(DEVICE.certificate(), othersIssuer)));
    }

    @Test
    void refusesTheIssuerAsDevice() throws Exception {
        assertRejected(ProofRejection.DEVICE_CERTIFICATE_OF_CA, signed(DEVICE.header(ISSUER)));
        assertRejected(ProofRejection.DEVICE_CERTIFICATE_OF_CA, signed(DEVICE.header(ISSUER, DeviceFixture.ROOT_DER)));
        assertRejected(ProofRejection.DEVICE_CERTIFICATE_UNREADABLE, signed(DEVICE.header(new byte[] {1})));
    }

    @Test
    void refusesAnUnknownAccessKeyHoweverGoodTheProof() throws Exception {
        Rejected unknown = new Rejected(ProofRejection.UNKNOWN_ACCESS_KEY);
        String accessKey = FACTORY.authority().accessKey();
        assertThat(judge(accessKey, Optional.empty(), DEVICE.proof(), IDENTIFIER, NOW))
                .isEqualTo(unknown);
        assertThat(judge("A".repeat(26), Optional.of(FACTORY.authority()), DEVICE.proof(), IDENTIFIER, NOW))
                .isEqualTo(unknown);
    }

    @Test
    void refusesTheSignatureOfAnotherKey() throws Exception {
        DeviceFixture thief = FACTORY.device(KeyAlgorithm.EC_P256, "CN=000");
        assertRejected(ProofRejection.BAD_SIGNATURE, thief.sign(DEVICE.header(DEVICE.certificate()), DEVICE.claims()));
        DeviceFixture p384 = FACTORY.device(KeyAlgorithm.EC_P384, "CN=" + IDENTIFIER);
        assertRejected(ProofRejection.ALGORITHM_NOT_OF_KEY, signed(DEVICE.header(p384.certificate())));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "sub | \"356938035643808\" | WRONG_SUBJECT",
                "aud | \"muster\" | WRONG_AUDIENCE",
                "iss | \"ABCDEFGHIJKLMNOPQRSTUVWX27\" | WRONG_ISSUER",
                "ath | \"fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo\" | WRONG_TOKEN_HASH",
                "ath | null | WRONG_TOKEN_HASH",
                "jti | \"short\" | UNUSABLE_PROOF_ID",
                "exp | 1 | WRONG_LIFETIME",
            })
    void refusesTheClaim(String member, String value, ProofRejection reason) throws Exception {
        JsonObject claims = with(DEVICE.claims(), member, json(value));
        assertRejected(reason, DEVICE.sign(DEVICE.header(DEVICE.certificate()), claims));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "typ | \"JWT\" | WRONG_TYPE",
                "jwk | {} | HEADER_MEMBER_REFUSED",
                "x5u | \"https://localhost/\" | HEADER_MEMBER_REFUSED",
                "crit | [\"x5c\"] | HEADER_MEMBER_REFUSED",
                "alg | \"none\" | ALGORITHM_NOT_ACCEPTED",
            })
    void refusesTheHeader(String member, String value, ProofRejection reason) throws Exception {
        assertRejected(reason, signed(with(DEVICE.header(DEVICE.certificate()), member, json(value))));
    }

    @Test
    void refusesABodyThatNamesAnotherDevice() throws Exception {
        String other = "356938035643808";
        JsonObject claims = with(DEVICE.claims(), "sub", json('"' + other + '"'));
        CompactJws proof = DEVICE.sign(DEVICE.header(DEVICE.certificate()), claims);
        assertThat(judge(FACTORY.authority().accessKey(), Optional.of(FACTORY.authority()), proof, other, NOW))
                .isEqualTo(new Rejected(ProofRejection.WRONG_SUBJECT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=SN_1", "CN=\u00dcnal", "OU=Line 1"})
    void believesADeviceWhoseIdentifierIsNoneButNamesNone(String subject) throws Exception {
        assertThat(judge(FACTORY.device(KeyAlgorithm.EC_P256, subject).proof())).isEqualTo(verified(""));
    }

    /** The device learns that its certificate has expired, and not that its proof is wrong. */
    @Test
    void believesADeviceOfAnExpiredAuthority() throws Exception {
        Instant later = FACTORY.authority().notAfter().plusSeconds(3600);
        long seconds = later.getEpochSecond();
        JsonObject claims = with(DEVICE.claims(), "iat", json(Long.toString(seconds)));
        CompactJws proof = DEVICE.sign(
                DEVICE.header(DEVICE.certificate()), with(claims, "exp", json(Long.toString(seconds + 60))));
        ProofVerdict verdict =
                judge(FACTORY.authority().accessKey(), Optional.of(FACTORY.authority()), proof, IDENTIFIER, later);
        assertThat(verdict).isInstanceOf(Verified.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "\"MIIB\"", "[]", "[1]", "[null]", "[\"MII\"]", "[\"-_==\"]", "[\"MIIC\\n\"]", "{}"})
    void chainThatCannotBeDecodedIsMalformed(String x5c) {
        CompactJws proof = signed(with(DEVICE.header(DEVICE.certificate()), "x5c", json(x5c)));
        assertThat(DeviceProofPolicy.concerns(proof)).isTrue();
        assertThatThrownBy(() -> judge(proof)).isInstanceOf(MalformedRequestException.class);
    }

    @Test
    void aNonceOfTheServerStandsInPlaceOfTimesAndId() throws Exception {
        JsonObject claims = with(DEVICE.signer().clocklessClaims(), "ath", null);
        assertThat(judge(DEVICE.sign(DEVICE.header(DEVICE.certificate()), claims)))
                .isInstanceOf(Verified.class);
        assertRejected(
                ProofRejection.NONCE_UNKNOWN,
                DEVICE.sign(DEVICE.header(DEVICE.certificate()), with(claims, "nonce", json("\"abc\""))));
        assertRejected(
                ProofRejection.NONCE_NEEDED,
                DEVICE.sign(DEVICE.header(DEVICE.certificate()), with(claims, "nonce", null)));
    }

    @Test
    void aCertificateThatComesTwiceIsRefused() throws Exception {
        byte[] device = DEVICE.certificate();
        byte[] issuer = DEVICE.factory().authority().certificate();
        byte[] root = DeviceFixture.ROOT_DER;
        assertThat(judge(signed(DEVICE.header(device, issuer, root)))).isInstanceOf(ProofVerdict.Verified.class);
        for (byte[][] chain : new byte[][][] {
            {device, device},
            {device, issuer, issuer},
            {device, device, issuer},
            {device, issuer, issuer, root},
            {device, issuer, root, root},
            {device, issuer, root, issuer}
        }) {
            assertThat(judge(signed(DEVICE.header(chain))))
                    .isEqualTo(new ProofVerdict.Rejected(ProofRejection.DEVICE_CERTIFICATE_REFUSED));
        }
    }

    @Test
    void chainInTheAlphabetOfUrlsIsMalformed() {
        String url = Base64.getUrlEncoder().encodeToString(new byte[] {-1, -1, -1});
        CompactJws proof = signed(with(DEVICE.header(DEVICE.certificate()), "x5c", json("[\"" + url + "\"]")));
        assertThatThrownBy(() -> judge(proof)).isInstanceOf(MalformedRequestException.class);
    }

    private static Verified verified(String identifier) {
        return new Verified(
                new ProofClaims(FACTORY.authority().accessKey(), identifier, "0b2c7cf0-9f4f-4f07-8f43-0a6a1b6b4f10"));
    }

    private static CompactJws signed(JsonObject header) {
        return DEVICE.sign(header, DEVICE.claims());
    }

    private static void assertRejected(ProofRejection reason, CompactJws proof) throws Exception {
        assertThat(judge(proof)).isEqualTo(new Rejected(reason));
    }

    private static ProofVerdict judge(CompactJws proof) throws MalformedRequestException {
        return judge(FACTORY.authority().accessKey(), Optional.of(FACTORY.authority()), proof, IDENTIFIER, NOW);
    }

    private static ProofVerdict judge(
            String accessKey, Optional<DeviceAuthority> authority, CompactJws proof, String identifier, Instant now)
            throws MalformedRequestException {
        return POLICY.judge(
                new ProofContext(accessKey, Optional.empty(), authority, identifier, UnaryOperator.identity(), now),
                proof);
    }
}
