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
import java.util.function.UnaryOperator;

/**
 * Whether a proof in the signature form is believed: like {@link ProofPolicy}, a pure rule, and step 2 of the order of the
 * checks (protocol.md).
 *
 * <p>No header names the algorithm: the form of the signature tells which key could have made it. Every judgement does one
 * verification with a key of that kind, whatever else is wrong: with the certificate's where it is such a key, with a
 * decoy otherwise. The request alone decides how much work that is.
 */
public final class SignatureProofPolicy {

    private final DecoyKeys decoys;
    private final ServerNonces nonces;

    public SignatureProofPolicy(DecoyKeys decoys, ServerNonces nonces) {
        this.decoys = decoys;
        this.nonces = nonces;
    }

    /**
     * Judges a proof.
     *
     * @param accessKey of the request's path, as sent
     * @param certificate the one with this access key; empty where none has it; one with another access key counts as none
     * @param uniqueIdentifier of the request's body, as sent: what the signature covers
     * @param normalizer as for {@link ProofPolicy#judge}
     * @param now the server's time
     * @return for an unknown access key always {@link ProofVerdict.Rejected}
     */
    public ProofVerdict judge(
            String accessKey,
            Optional<ProofVerificationKey> certificate,
            SignatureProof proof,
            String uniqueIdentifier,
            UnaryOperator<String> normalizer,
            Instant now) {
        Optional<ProofVerificationKey> known =
                certificate.filter(c -> c.accessKey().equals(accessKey));
        Optional<ProofVerificationKey> fitting = known.filter(c -> isSignedBySuch(c, proof));
        boolean signed = isSigned(proof, fitting, uniqueIdentifier);
        Optional<ProofRejection> wrongNonce = nonces.check(proof.nonce(), accessKey, now);
        Optional<ProofRejection> wrongTime = checkTime(proof, now);
        return demandNonce(proof, wrongNonce, wrongTime)
                .or(() -> unless(known.isPresent(), ProofRejection.UNKNOWN_ACCESS_KEY))
                .or(() -> unless(fitting.isPresent(), ProofRejection.SIGNATURE_NOT_OF_KEY))
                .or(() -> unless(signed, ProofRejection.BAD_SIGNATURE))
                .or(() -> ProofFreshness.checkId(proof.nonce()))
                .or(() -> wrongNonce.isEmpty() ? Optional.empty() : wrongTime)
                .<ProofVerdict>map(ProofVerdict.Rejected::new)
                .orElseGet(() -> new ProofVerdict.Verified(
                        new ProofClaims(accessKey, normalizer.apply(uniqueIdentifier), proof.nonce())));
    }

    private static boolean isSignedBySuch(ProofVerificationKey certificate, SignatureProof proof) {
        return BareSignature.of(certificate.keyAlgorithm()) == BareSignature.of(proof.signature());
    }

    private boolean isSigned(SignatureProof proof, Optional<ProofVerificationKey> fitting, String uniqueIdentifier) {
        BareSignature form = BareSignature.of(proof.signature());
        ProofVerificationKey decoy = decoys.of(form.algorithm(), proof.signature().length);
        ProofVerificationKey candidate = fitting.orElse(decoy);
        // a key of another length would be refused at once, and the time would tell that it is there
        boolean fits = form != BareSignature.RSA || RsaRecovery.isAsLongAs(candidate.publicKey(), proof.signature());
        byte[] signed = proof.signed(candidate.accessTokenHash(), uniqueIdentifier);
        return form.verify((fits ? candidate : decoy).publicKey(), signed, proof.signature());
    }

    /**
     * Decided by the request and the server's own key alone, as in {@link ProofFreshness#demandNonce}. A nonce of the server
     * that still counts proves freshness, whatever the time says: it may be the time since power-on. One that has expired is
     * needed anew only by a device whose time is wrong, too.
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

    private static Optional<ProofRejection> unless(boolean right, ProofRejection reason) {
        return right ? Optional.empty() : Optional.of(reason);
    }
}
