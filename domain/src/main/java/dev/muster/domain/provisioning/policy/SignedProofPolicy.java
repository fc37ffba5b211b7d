package dev.muster.domain.provisioning.policy;

import dev.muster.domain.provisioning.proof.CompactJws;
import dev.muster.domain.provisioning.proof.DecoyKeys;
import dev.muster.domain.provisioning.proof.ProofExpectation;
import dev.muster.domain.provisioning.proof.ProofFreshness;
import dev.muster.domain.provisioning.proof.ProofHeader;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import dev.muster.domain.provisioning.proof.ServerNonces;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.RsaRecovery;
import dev.muster.domain.trust.key.SignatureVerifier;
import java.util.Optional;

/**
 * Judges a JWS that is signed with the certificate's own key. Always verifies one signature: with the certificate's key
 * if the header's algorithm and the signature's length fit it, otherwise with a decoy.
 */
public final class SignedProofPolicy implements ProofPolicy<CompactJws> {

    /**
     * The algorithm of the verification if the header names none that is accepted, for known and unknown access keys.
     */
    private static final JwsAlgorithm FALLBACK = JwsAlgorithm.ES256;

    private final DecoyKeys decoys;
    private final ServerNonces nonces;

    public SignedProofPolicy(DecoyKeys decoys, ServerNonces nonces) {
        this.decoys = decoys;
        this.nonces = nonces;
    }

    @Override
    public ProofVerdict judge(ProofContext context, CompactJws proof) {
        Optional<JwsAlgorithm> algorithm = ProofHeader.algorithm(proof.header());
        Optional<ProofVerificationKey> fitting = context.key()
                .filter(key -> algorithm
                        .map(key.keyAlgorithm().jwsAlgorithms()::contains)
                        .orElse(false));
        ProofVerificationKey key = fitting.filter(own -> isAsLongAs(own, proof.signature()))
                .orElseGet(() -> decoys.of(algorithm.orElse(FALLBACK), proof.signature().length));
        boolean signed = SignatureVerifier.verify(
                key.publicKey(), algorithm.orElse(FALLBACK), proof.signingInput(), proof.signature());
        ProofExpectation expected =
                new ProofExpectation(context.accessKey(), context.uniqueIdentifier(), key.accessTokenHash());
        Optional<ProofRejection> wrongClaim = expected.check(proof.claims(), context.normalizer(), context.now());
        return ProofFreshness.demandNonce(proof.claims(), context.accessKey(), nonces, context.now())
                .or(() -> ProofRejection.UNKNOWN_ACCESS_KEY.unless(context.key().isPresent()))
                .or(() -> ProofRejection.ALGORITHM_NOT_ACCEPTED.unless(algorithm.isPresent()))
                .or(() -> ProofRejection.ALGORITHM_NOT_OF_KEY.unless(fitting.isPresent()))
                .or(() -> ProofHeader.check(proof.header()))
                .or(() -> ProofRejection.BAD_SIGNATURE.unless(signed))
                .or(() -> wrongClaim)
                .<ProofVerdict>map(ProofVerdict.Rejected::new)
                .orElseGet(() -> new ProofVerdict.Verified(expected.claims(proof, context.normalizer())));
    }

    /** An RSA key of another length would refuse at once, and the time would tell that the key exists. */
    private static boolean isAsLongAs(ProofVerificationKey key, byte[] signature) {
        return !key.keyAlgorithm().isRsa() || RsaRecovery.isAsLongAs(key.publicKey(), signature);
    }
}
