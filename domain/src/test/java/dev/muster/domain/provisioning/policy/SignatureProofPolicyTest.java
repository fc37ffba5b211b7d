package dev.muster.domain.provisioning.policy;

import static dev.muster.domain.provisioning.proof.ProofFixture.NONCES;
import static dev.muster.domain.provisioning.proof.ProofFixture.NOW;
import static dev.muster.domain.provisioning.proof.ProofFixture.RANDOM;
import static dev.muster.domain.provisioning.proof.ProofFixture.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.proof.Attestation.SignatureProof;
import dev.muster.domain.provisioning.proof.DecoyKeys;
import dev.muster.domain.provisioning.proof.ProofClaims;
import dev.muster.domain.provisioning.proof.ProofFixture;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerdict.Rejected;
import dev.muster.domain.provisioning.proof.ProofVerdict.Verified;
import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.key.BareSignature;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The vectors of /signature-proof were made over the file {@code message}, which is
 *
 * <pre>
 * ath=$(printf %s q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k | openssl dgst -sha256 -binary |
 *   openssl base64 -A | tr '+/' '-_' | tr -d =)
 * printf '%s\n%s\n%s\n%s' "$ath" 'Zähler 7' 1772359200 0b2c7cf0-9f4f-4f07-8f43-0a6a1b6b4f10 > message
 * </pre>
 *
 * by these commands, each with a key that was made for it and thrown away:
 *
 * <pre>
 * openssl dgst -sha256 -sign key.pem message                       RSA and P-256; -sha384 for P-384
 * openssl pkeyutl -sign -inkey key.pem -rawin -in message          Ed25519
 * node: crypto.sign('sha256', message, privateKey)                 'sha384' for P-384, null for Ed25519
 * java: Signature.getInstance("SHA256withECDSA")                   "SHA256withRSA", "SHA384withECDSA", "Ed25519"
 * python: subprocess.run(("openssl", "dgst", ...), input=message)  the message by hashlib and "\n".join
 * </pre>
 */
class SignatureProofPolicyTest {

    private static final String IDENTIFIER = "Zähler 7";
    private static final String NONCE = "0b2c7cf0-9f4f-4f07-8f43-0a6a1b6b4f10";
    private static final String TOKEN_HASH = Secrets.sha256Base64Url("q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k");
    private static final SignatureProofPolicy POLICY = new SignatureProofPolicy(DecoyKeys.generate(RANDOM), NONCES);
    private static final Map<BareSignature, ProofFixture> DEVICES = devices();
    private static final ProofFixture EC = DEVICES.get(BareSignature.P256);

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "node", "java", "python"})
    void believesWhatEveryToolMakesWithEveryKey(String tool) throws IOException {
        Properties vectors = vectors(tool);
        for (BareSignature kind : BareSignature.values()) {
            assertThat(judge(vectors, kind, IDENTIFIER))
                    .as(kind.name())
                    .isEqualTo(new Verified(new ProofClaims(EC.certificate().accessKey(), "ZÄHLER 7", NONCE)));
            assertThat(judge(vectors, kind, "Zahler 7"))
                    .as(kind.name())
                    .isEqualTo(new Rejected(ProofRejection.BAD_SIGNATURE));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "fresh",
            value = {
                "-301, EXPIRED",
                "-300, fresh",
                "0, fresh",
                "300, fresh",
                "301, NOT_YET_VALID",
                "-1772359201, UNUSABLE_TIMES",
                "251629941599, NOT_YET_VALID",
                "251629941600, UNUSABLE_TIMES"
            })
    void aTimestampIsFreshOrNot(long secondsFromNow, ProofRejection expected) {
        assertThat(rejection(judge(EC, sign(EC, SECONDS + secondsFromNow, NONCE))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "good",
            value = {
                "123456789012345, UNUSABLE_PROOF_ID",
                "1234567890123456, good",
                "1234567890 123456, UNUSABLE_PROOF_ID",
                "123456789012345ü, UNUSABLE_PROOF_ID",
                "'', UNUSABLE_PROOF_ID"
            })
    void aNonceOfTheDevicesOwnIsLikeAnId(String nonce, ProofRejection expected) {
        assertThat(rejection(judge(EC, sign(EC, SECONDS, nonce)))).isEqualTo(expected);
    }

    @Test
    void aNonceOfTheDevicesOwnHasAtMost128Characters() {
        assertThat(rejection(judge(EC, sign(EC, SECONDS, "~".repeat(128))))).isNull();
        assertThat(rejection(judge(EC, sign(EC, SECONDS, "~".repeat(129)))))
                .isEqualTo(ProofRejection.UNUSABLE_PROOF_ID);
    }

    @ParameterizedTest
    @EnumSource
    void withoutAClockANonceOfTheServerIsNeeded(BareSignature kind) {
        ProofFixture device = DEVICES.get(kind);
        String accessKey = device.certificate().accessKey();
        String nonce = NONCES.issue(accessKey, NOW.minusSeconds(299), RANDOM).nonce();
        String old = NONCES.issue(accessKey, NOW.minusSeconds(300), RANDOM).nonce();
        String foreign =
                NONCES.issue("A".repeat(26), NOW.minusSeconds(299), RANDOM).nonce();
        assertThat(rejection(judge(device, sign(device, 0, nonce)))).isNull();
        assertThat(rejection(judge(device, sign(device, 0, old)))).isEqualTo(ProofRejection.NONCE_EXPIRED);
        assertThat(rejection(judge(device, sign(device, 0, foreign)))).isEqualTo(ProofRejection.NONCE_UNKNOWN);
        assertThat(rejection(judge(device, sign(device, 0, NONCE)))).isEqualTo(ProofRejection.NONCE_UNKNOWN);
        SignatureProof forged = new SignatureProof(BigInteger.ZERO, NONCE, new byte[] {1});
        assertThat(rejection(judge(device, forged))).isEqualTo(ProofRejection.NONCE_UNKNOWN);
        assertThat(rejection(judgeUnknown(accessKey, forged))).isEqualTo(ProofRejection.NONCE_UNKNOWN);
    }

    @Test
    void aNonceOfTheServerProvesFreshnessWhateverTheTimestampSays() {
        String accessKey = EC.certificate().accessKey();
        String nonce = ProofFixture.NONCES.issue(accessKey, NOW, RANDOM).nonce();
        for (long time : new long[] {1, 17, SECONDS, SECONDS * 1_000, 4_102_444_800L, Long.MAX_VALUE}) {
            assertThat(judge(EC, sign(EC, time, nonce))).isInstanceOf(ProofVerdict.Verified.class);
        }
        assertThat(rejection(judge(EC, sign(EC, 1, NONCE)))).isEqualTo(ProofRejection.EXPIRED);
        String old = ProofFixture.NONCES
                .issue(accessKey, NOW.minusSeconds(300), RANDOM)
                .nonce();
        assertThat(rejection(judge(EC, sign(EC, 1, old)))).isEqualTo(ProofRejection.NONCE_EXPIRED);
        assertThat(judge(EC, sign(EC, SECONDS, old))).isInstanceOf(ProofVerdict.Verified.class);
        String others = ProofFixture.NONCES.issue("A".repeat(26), NOW, RANDOM).nonce();
        assertThat(rejection(judge(EC, sign(EC, 1, others)))).isEqualTo(ProofRejection.EXPIRED);
    }

    @Test
    void aTimestampInAnotherUnitIsToldByTheAttempt() {
        for (long unit : new long[] {1_000, 1_000_000, 1_000_000_000}) {
            assertThat(rejection(judge(EC, sign(EC, SECONDS * unit, NONCE))))
                    .isEqualTo(ProofRejection.TIMES_NOT_IN_SECONDS);
        }
        assertThat(rejection(judge(EC, sign(EC, SECONDS * 10_000, NONCE)))).isEqualTo(ProofRejection.UNUSABLE_TIMES);
    }

    /** A signature of one kind of key is never valid for another kind. */
    @Test
    void theSignatureIsOfTheCertificatesKind() {
        DEVICES.forEach((made, signer) -> DEVICES.forEach((named, device) -> {
            ProofRejection expected = made == named ? null : ProofRejection.SIGNATURE_NOT_OF_KEY;
            assertThat(rejection(judge(device, sign(signer, SECONDS, NONCE))))
                    .as(made + " for " + named)
                    .isEqualTo(expected);
        }));
    }

    @ParameterizedTest
    @EnumSource
    void everySignatureButTheKeysIsBad(BareSignature kind) {
        ProofFixture device = DEVICES.get(kind);
        byte[] good = sign(device, SECONDS, NONCE).signature();
        assertThat(BareSignature.of(good)).isEqualTo(kind);
        byte[] strangers = strangers(kind, good.length);
        assertThat(rejection(judge(device, proof(strangers)))).isEqualTo(ProofRejection.BAD_SIGNATURE);
        for (int i = 0; i < good.length; i += 7) {
            byte[] changed = good.clone();
            changed[i] ^= 1;
            assertThat(judge(device, proof(changed))).as("octet " + i).isInstanceOf(Rejected.class);
        }
        for (int length : new int[] {0, 1, good.length - 1, good.length + 1}) {
            assertThat(judge(device, proof(Arrays.copyOf(good, length)))).isInstanceOf(Rejected.class);
        }
    }

    /** As a JWS has them. */
    @Test
    void ecdsaIsInDer() {
        byte[] der = sign(EC, SECONDS, NONCE).signature();
        byte[] plain = new byte[64];
        assertThat(rejection(judge(EC, proof(plain)))).isEqualTo(ProofRejection.SIGNATURE_NOT_OF_KEY);
        byte[] longForm = new byte[der.length + 1];
        longForm[0] = der[0];
        longForm[1] = (byte) 0x81;
        System.arraycopy(der, 1, longForm, 2, der.length - 1);
        assertThat(rejection(judge(EC, proof(longForm)))).isEqualTo(ProofRejection.SIGNATURE_NOT_OF_KEY);
    }

    @Test
    void theSignatureCoversEveryField() {
        byte[] good = sign(EC, SECONDS, NONCE).signature();
        SignatureProof otherTime = new SignatureProof(BigInteger.valueOf(SECONDS + 1), NONCE, good);
        SignatureProof otherNonce = new SignatureProof(BigInteger.valueOf(SECONDS), NONCE + "0", good);
        assertThat(rejection(judge(EC, otherTime))).isEqualTo(ProofRejection.BAD_SIGNATURE);
        assertThat(rejection(judge(EC, otherNonce))).isEqualTo(ProofRejection.BAD_SIGNATURE);
        ProofVerificationKey otherToken = new ProofVerificationKey(
                EC.certificate().accessKey(), EC.algorithm(), EC.certificate().publicKey(), TOKEN_HASH);
        assertThat(rejection(judge(otherToken, proof(good), IDENTIFIER))).isEqualTo(ProofRejection.BAD_SIGNATURE);
    }

    @ParameterizedTest
    @EnumSource
    void unknownAccessKeyIsRefusedHoweverGoodTheProof(BareSignature kind) {
        ProofFixture device = DEVICES.get(kind);
        SignatureProof good = sign(device, SECONDS, NONCE);
        assertThat(rejection(judgeUnknown(device.certificate().accessKey(), good)))
                .isEqualTo(ProofRejection.UNKNOWN_ACCESS_KEY);
        assertThat(rejection(judge("A".repeat(26), Optional.of(device.certificate()), good, IDENTIFIER)))
                .isEqualTo(ProofRejection.UNKNOWN_ACCESS_KEY);
    }

    private static Map<BareSignature, ProofFixture> devices() {
        Map<BareSignature, ProofFixture> devices = new EnumMap<>(BareSignature.class);
        devices.put(BareSignature.RSA, ProofFixture.ofOutsideRsa());
        devices.put(BareSignature.P256, ProofFixture.of(KeyAlgorithm.EC_P256));
        devices.put(BareSignature.P384, ProofFixture.of(KeyAlgorithm.EC_P384));
        devices.put(BareSignature.ED25519, ProofFixture.of(KeyAlgorithm.ED25519));
        return devices;
    }

    /** By another key of the kind. For RSA, whose keys take long to make, any octets of the right length. */
    private static byte[] strangers(BareSignature kind, int length) {
        if (kind != BareSignature.RSA) {
            return sign(ProofFixture.of(DEVICES.get(kind).algorithm()), SECONDS, NONCE)
                    .signature();
        }
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        octets[0] = 0;
        return octets;
    }

    private static SignatureProof proof(byte[] signature) {
        return new SignatureProof(BigInteger.valueOf(SECONDS), NONCE, signature);
    }

    private static SignatureProof sign(ProofFixture device, long timestamp, String nonce) {
        SignatureProof unsigned = new SignatureProof(BigInteger.valueOf(timestamp), nonce, new byte[0]);
        byte[] signed = unsigned.signed(device.certificate().accessTokenHash(), IDENTIFIER);
        return new SignatureProof(unsigned.timestamp(), nonce, device.bareSignature(signed));
    }

    private static ProofRejection rejection(ProofVerdict verdict) {
        return verdict instanceof Rejected rejected ? rejected.reason() : null;
    }

    private static ProofVerdict judge(ProofFixture device, SignatureProof proof) {
        return judge(device.certificate(), proof, IDENTIFIER);
    }

    private static ProofVerdict judge(ProofVerificationKey certificate, SignatureProof proof, String identifier) {
        return judge(certificate.accessKey(), Optional.of(certificate), proof, identifier);
    }

    private static ProofVerdict judgeUnknown(String accessKey, SignatureProof proof) {
        return judge(accessKey, Optional.empty(), proof, IDENTIFIER);
    }

    private static ProofVerdict judge(
            String accessKey, Optional<ProofVerificationKey> key, SignatureProof proof, String identifier) {
        return POLICY.judge(
                new ProofContext(
                        accessKey, key, Optional.empty(), identifier, text -> text.toUpperCase(Locale.ROOT), NOW),
                proof);
    }

    private static ProofVerdict judge(Properties vectors, BareSignature kind, String identifier) {
        byte[] key = Base64.getDecoder().decode(vectors.getProperty(kind + ".publicKey"));
        ProofVerificationKey certificate = new ProofVerificationKey(
                EC.certificate().accessKey(), KeyAlgorithm.of(key).orElseThrow(), key, TOKEN_HASH);
        return judge(
                certificate, proof(Base64.getDecoder().decode(vectors.getProperty(kind + ".signature"))), identifier);
    }

    private static Properties vectors(String tool) throws IOException {
        Properties vectors = new Properties();
        try (InputStream file =
                SignatureProofPolicyTest.class.getResourceAsStream("/signature-proof/" + tool + ".properties")) {
            vectors.load(file);
        }
        return vectors;
    }
}
