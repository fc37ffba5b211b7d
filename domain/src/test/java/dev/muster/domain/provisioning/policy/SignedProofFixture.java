package dev.muster.domain.provisioning.policy;

import static dev.muster.domain.provisioning.proof.ProofFixture.IDENTIFIER;
import static dev.muster.domain.provisioning.proof.ProofFixture.NOW;
import static dev.muster.domain.provisioning.proof.ProofFixture.json;
import static dev.muster.domain.provisioning.proof.ProofFixture.with;

import dev.muster.domain.provisioning.proof.CompactJws;
import dev.muster.domain.provisioning.proof.DecoyKeys;
import dev.muster.domain.provisioning.proof.ProofFixture;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A device with a key of each kind, and the policy that judges its proofs. */
final class SignedProofFixture {

    static final ProofFixture EC = ProofFixture.of(KeyAlgorithm.EC_P256);
    static final ProofFixture RSA = ProofFixture.of(KeyAlgorithm.RSA_3072);
    private static final ProofFixture ED = ProofFixture.of(KeyAlgorithm.ED25519);
    private static final ProofFixture P384 = ProofFixture.of(KeyAlgorithm.EC_P384);

    static final Map<JwsAlgorithm, ProofFixture> DEVICES = Map.of(
            JwsAlgorithm.ES256, EC,
            JwsAlgorithm.ES384, P384,
            JwsAlgorithm.RS256, RSA,
            JwsAlgorithm.PS256, RSA,
            JwsAlgorithm.EdDSA, ED);

    static final SignedProofPolicy POLICY =
            new SignedProofPolicy(DecoyKeys.generate(ProofFixture.RANDOM), ProofFixture.NONCES);

    static final JsonObject HEADER = ProofFixture.header(JwsAlgorithm.ES256);

    private SignedProofFixture() {}

    static ProofVerdict judgeClaim(String name, String value) {
        return judge(EC, EC.sign(JwsAlgorithm.ES256, HEADER, with(EC.claims(), name, json(value))));
    }

    static ProofVerdict judge(ProofFixture device, CompactJws proof) {
        return judge(device, proof, IDENTIFIER, UnaryOperator.identity());
    }

    static ProofVerdict judge(
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

    static ProofContext context(String accessKey, ProofVerificationKey key, Instant now) {
        return new ProofContext(
                accessKey, Optional.ofNullable(key), Optional.empty(), IDENTIFIER, UnaryOperator.identity(), now);
    }
}
