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
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether a signed proof is believed: step 2 of the order of the checks (protocol.md). A pure rule; that the proof was
 * not used before, and that its certificate still counts, are asked afterwards and of the database.
 *
 * <p>Every judgement does one verification of a signature, whatever else is wrong: with the certificate's key where the
 * header's algorithm and the signature's length fit it, with a decoy otherwise. Neither the answer nor its time tells a
 * stranger whether an access key exists.
 */
public final class ProofPolicy {

    /** What is verified where the header names no accepted algorithm: known or not, the same. */
    private static final JwsAlgorithm FALLBACK = JwsAlgorithm.ES256;

    private final DecoyKeys decoys;
    private final ServerNonces nonces;

    public ProofPolicy(DecoyKeys decoys, ServerNonces nonces) {
        this.decoys = decoys;
        this.nonces = nonces;
    }

    /**
     * Judges a proof.
     *
     * @param accessKey of the request's path, as sent
     * @param certificate the one with this access key; empty where none has it; one
     *     with another access key, as a database that ignores case may find it, counts as none
     * @param uniqueIdentifier of the request's body, as sent
     * @param normalizer the manufacturer's way of writing an identifier; total, pure, never null, and gives back what
     *     breaks its scheme (that is told later, to who has proven something). For an unknown access key pass
     *     {@code UnaryOperator.identity()}
     * @param now the server's time
     * @return for an unknown access key always {@link ProofVerdict.Rejected}
     */
    public ProofVerdict judge(
            String accessKey,
            Optional<ProofVerificationKey> certificate,
            CompactJws proof,
            String uniqueIdentifier,
            UnaryOperator<String> normalizer,
            Instant now) {
        Optional<ProofVerificationKey> known =
                certificate.filter(c -> c.accessKey().equals(accessKey));
        Optional<JwsAlgorithm> algorithm = ProofHeader.algorithm(proof.header());
        Optional<ProofVerificationKey> fitting = known.filter(
                c -> algorithm.map(c.keyAlgorithm().jwsAlgorithms()::contains).orElse(false));
        ProofVerificationKey key = fitting.filter(c -> isAsLongAs(c, proof.signature()))
                .orElseGet(() -> decoys.of(algorithm.orElse(FALLBACK), proof.signature().length));
        boolean signed = SignatureVerifier.verify(
                key.publicKey(), algorithm.orElse(FALLBACK), proof.signingInput(), proof.signature());
        ProofExpectation expected = new ProofExpectation(accessKey, uniqueIdentifier, key.accessTokenHash());
        Optional<ProofRejection> wrongClaim = expected.check(proof.claims(), normalizer, now);
        return ProofFreshness.demandNonce(proof.claims(), accessKey, nonces, now)
                .or(() -> unknown(known))
                .or(() -> wrongAlgorithm(algorithm, fitting))
                .or(() -> ProofHeader.check(proof.header()))
                .or(() -> signed ? Optional.empty() : Optional.of(ProofRejection.BAD_SIGNATURE))
                .or(() -> wrongClaim)
                .<ProofVerdict>map(ProofVerdict.Rejected::new)
                .orElseGet(() -> new ProofVerdict.Verified(expected.claims(proof, normalizer)));
    }

    /** A key of RSA of another length would refuse at once, and the time would tell that it is there. */
    private static boolean isAsLongAs(ProofVerificationKey certificate, byte[] signature) {
        return !certificate.keyAlgorithm().isRsa() || RsaRecovery.isAsLongAs(certificate.publicKey(), signature);
    }

    private static Optional<ProofRejection> unknown(Optional<ProofVerificationKey> certificate) {
        return certificate.isPresent() ? Optional.empty() : Optional.of(ProofRejection.UNKNOWN_ACCESS_KEY);
    }

    private static Optional<ProofRejection> wrongAlgorithm(
            Optional<JwsAlgorithm> algorithm, Optional<ProofVerificationKey> fitting) {
        if (algorithm.isEmpty()) {
            return Optional.of(ProofRejection.ALGORITHM_NOT_ACCEPTED);
        }
        return fitting.isPresent() ? Optional.empty() : Optional.of(ProofRejection.ALGORITHM_NOT_OF_KEY);
    }
}
