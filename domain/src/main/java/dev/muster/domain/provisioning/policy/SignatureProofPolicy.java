package dev.muster.domain.provisioning.policy;

import dev.muster.domain.provisioning.proof.Attestation.SignatureProof;
import dev.muster.domain.provisioning.proof.DecoyKeys;
import dev.muster.domain.provisioning.proof.ProofClaims;
import dev.muster.domain.provisioning.proof.ProofFreshness;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofTimes;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import dev.muster.domain.provisioning.proof.ServerNonces;
import dev.muster.domain.trust.key.BareSignature;
import dev.muster.domain.trust.key.RsaRecovery;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges a proof in the signature form.
 *
 * <p>No header names the algorithm: the form of the signature tells which kind of key made it. Always does one
 * verification with a key of that kind: with the certificate's key if it is of that kind, otherwise with a decoy. So
 * only the request decides how much work that is.
 */
public final class SignatureProofPolicy implements ProofPolicy<SignatureProof> {

    private final DecoyKeys decoys;
    private final ServerNonces nonces;

    public SignatureProofPolicy(DecoyKeys decoys, ServerNonces nonces) {
        this.decoys = decoys;
        this.nonces = nonces;
    }

    @Override
    public ProofVerdict judge(ProofContext context, SignatureProof proof) {
        Optional<ProofVerificationKey> fitting = context.key().filter(key -> isSignedBySuch(key, proof));
        boolean signed = isSigned(proof, fitting, context.uniqueIdentifier());
        Optional<ProofRejection> wrongNonce = nonces.check(proof.nonce(), context.accessKey(), context.now());
        Optional<ProofRejection> wrongTime = checkTime(proof, context.now());
        return demandNonce(proof, wrongNonce, wrongTime)
                .or(() -> ProofRejection.UNKNOWN_ACCESS_KEY.unless(context.key().isPresent()))
                .or(() -> ProofRejection.SIGNATURE_NOT_OF_KEY.unless(fitting.isPresent()))
                .or(() -> ProofRejection.BAD_SIGNATURE.unless(signed))
                .or(() -> ProofFreshness.checkId(proof.nonce()))
                .or(() -> wrongNonce.isEmpty() ? Optional.empty() : wrongTime)
                .<ProofVerdict>map(ProofVerdict.Rejected::new)
                .orElseGet(() -> new ProofVerdict.Verified(
                        new ProofClaims(context.accessKey(), context.normalizedIdentifier(), proof.nonce())));
    }

    private static boolean isSignedBySuch(ProofVerificationKey key, SignatureProof proof) {
        return BareSignature.of(key.keyAlgorithm()) == BareSignature.of(proof.signature());
    }

    private boolean isSigned(SignatureProof proof, Optional<ProofVerificationKey> fitting, String uniqueIdentifier) {
        BareSignature form = BareSignature.of(proof.signature());
        ProofVerificationKey decoy = decoys.of(form.algorithm(), proof.signature().length);
        ProofVerificationKey candidate = fitting.orElse(decoy);
        // an RSA key of another length would refuse at once, and the time would tell that the key exists
        boolean fits = form != BareSignature.RSA || RsaRecovery.isAsLongAs(candidate.publicKey(), proof.signature());
        byte[] signed = proof.signed(candidate.accessTokenHash(), uniqueIdentifier);
        return form.verify((fits ? candidate : decoy).publicKey(), signed, proof.signature());
    }

    /**
     * Why the device must sign again with a nonce of the server; empty if it need not. Only the request and the
     * server's own key decide that, as in {@link ProofFreshness#demandNonce}. A nonce of the server that has not
     * expired proves freshness, whatever the time says: the time may be the time since power-on. If the nonce has
     * expired, a device needs another one only if its time is wrong, too.
     */
    private static Optional<ProofRejection> demandNonce(
            SignatureProof proof, Optional<ProofRejection> wrongNonce, Optional<ProofRejection> wrongTime) {
        boolean needed = proof.isClockless()
                || wrongTime.isPresent() && wrongNonce.equals(Optional.of(ProofRejection.NONCE_EXPIRED));
        return needed ? wrongNonce : Optional.empty();
    }

    private static Optional<ProofRejection> checkTime(SignatureProof proof, Instant now) {
        return proof.isClockless() ? Optional.empty() : ProofTimes.checkMoment(proof.timestamp(), now);
    }
}
