package dev.muster.domain.provisioning.policy;

import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.shared.json.MalformedRequestException;

/**
 * Decides whether a proof of one form is valid: step 3 of the order of the checks (protocol.md). A pure rule.
 * Afterwards the caller asks the database whether the proof was used before, and whether its certificate may still
 * prove devices.
 *
 * <p>A policy always does the same work for the same proof: if the access key is unknown, or its certificate has a key
 * that does not fit the proof, the policy uses a decoy. So neither the answer nor its time tells a stranger whether an
 * access key exists.
 *
 * @param <A> the proof, decoded as far as its form is known
 */
public interface ProofPolicy<A> {

    /**
     * Judges a proof.
     *
     * @return {@link ProofVerdict.Rejected} for every unknown access key
     * @throws MalformedRequestException if a certificate in the proof cannot be decoded
     */
    ProofVerdict judge(ProofContext context, A proof) throws MalformedRequestException;
}
