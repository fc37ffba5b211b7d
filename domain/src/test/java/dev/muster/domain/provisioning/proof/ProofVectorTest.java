package dev.muster.domain.provisioning.proof;

import static dev.muster.domain.provisioning.proof.ProofFixture.IDENTIFIER;
import static dev.muster.domain.provisioning.proof.ProofFixture.NONCES;
import static dev.muster.domain.provisioning.proof.ProofFixture.NOW;
import static dev.muster.domain.provisioning.proof.ProofFixture.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.policy.ProofContext;
import dev.muster.domain.provisioning.policy.SignedProofPolicy;
import dev.muster.domain.provisioning.proof.ProofVerdict.Rejected;
import dev.muster.domain.provisioning.proof.ProofVerdict.Verified;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Known answers: proofs that other tools have made, in /jws-proof. Each tool signed the same claims with a key that was made for
 * it and thrown away:
 *
 * <pre>
 * openssl dgst -sha256 -sign key.pem input        ES256, RS256; -sha384 for ES384; the curves' by asn1parse to r and s
 *   -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32                                                      PS256
 * openssl pkeyutl -sign -rawin -inkey key.pem -in input                                                         EdDSA
 * node: crypto.sign('sha256', input, {key, dsaEncoding: 'ieee-p1363'})    padding and saltLength for PS256
 * java: Signature.getInstance("SHA256withECDSAinP1363Format")             "SHA256withRSA", "RSASSA-PSS", "Ed25519"
 * python: json.dumps, which puts blanks after colons, and openssl for the signature; int.from_bytes for r and s
 * </pre>
 */
class ProofVectorTest {

    private static final String ACCESS_KEY = "ABCDEFGHIJKLMNOPQRSTUVWX23";
    private static final String TOKEN_HASH = Secrets.sha256Base64Url("q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k");
    private static final SignedProofPolicy POLICY = new SignedProofPolicy(DecoyKeys.generate(RANDOM), NONCES);

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "node", "java", "python"})
    void believesWhatEveryToolMakesWithEveryAlgorithm(String tool) throws Exception {
        Properties vectors = vectors(tool);
        for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
            assertThat(judge(vectors, algorithm, algorithm, TOKEN_HASH))
                    .as(algorithm.name())
                    .isEqualTo(new Verified(
                            new ProofClaims(ACCESS_KEY, IDENTIFIER, "0b2c7cf0-9f4f-4f07-8f43-0a6a1b6b4f10")));
            assertThat(judge(vectors, algorithm, algorithm, Secrets.sha256Base64Url("another")))
                    .as(algorithm.name())
                    .isEqualTo(new Rejected(ProofRejection.WRONG_TOKEN_HASH));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "node", "java", "python"})
    void believesNoneWithAnotherKeyOfItsKind(String tool) throws Exception {
        Properties vectors = vectors(tool);
        assertThat(judge(vectors, JwsAlgorithm.RS256, JwsAlgorithm.PS256, TOKEN_HASH))
                .isEqualTo(new Rejected(ProofRejection.BAD_SIGNATURE));
        assertThat(judge(vectors, JwsAlgorithm.PS256, JwsAlgorithm.RS256, TOKEN_HASH))
                .isEqualTo(new Rejected(ProofRejection.BAD_SIGNATURE));
    }

    private static ProofVerdict judge(Properties vectors, JwsAlgorithm proof, JwsAlgorithm key, String tokenHash)
            throws MalformedRequestException {
        byte[] publicKey = Base64.getDecoder().decode(vectors.getProperty(key + ".publicKey"));
        ProofVerificationKey certificate =
                new ProofVerificationKey(ACCESS_KEY, KeyAlgorithm.of(publicKey).orElseThrow(), publicKey, tokenHash);
        CompactJws jws = CompactJws.parse(vectors.getProperty(proof + ".proof"));
        return POLICY.judge(
                new ProofContext(
                        ACCESS_KEY,
                        Optional.of(certificate),
                        Optional.empty(),
                        IDENTIFIER,
                        UnaryOperator.identity(),
                        NOW),
                jws);
    }

    private static Properties vectors(String tool) throws IOException {
        Properties vectors = new Properties();
        try (InputStream file = ProofVectorTest.class.getResourceAsStream("/jws-proof/" + tool + ".properties")) {
            vectors.load(file);
        }
        return vectors;
    }
}
