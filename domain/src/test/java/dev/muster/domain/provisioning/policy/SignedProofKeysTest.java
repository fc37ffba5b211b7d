package dev.muster.domain.provisioning.policy;

import static dev.muster.domain.provisioning.policy.SignedProofFixture.DEVICES;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.EC;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.HEADER;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.POLICY;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.RSA;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.context;
import static dev.muster.domain.provisioning.policy.SignedProofFixture.judge;
import static dev.muster.domain.provisioning.proof.ProofFixture.NOW;
import static dev.muster.domain.provisioning.proof.ProofFixture.json;
import static dev.muster.domain.provisioning.proof.ProofFixture.part;
import static dev.muster.domain.provisioning.proof.ProofFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.proof.CompactJws;
import dev.muster.domain.provisioning.proof.DecoyKeys;
import dev.muster.domain.provisioning.proof.ProofFixture;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerdict.Rejected;
import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.file.Pem;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.key.RsaRecovery;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proofs with a signature that is not by the key of the access key. */
class SignedProofKeysTest {

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
}
