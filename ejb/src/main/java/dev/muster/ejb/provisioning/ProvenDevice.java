package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.ProofClaims;
import java.util.UUID;

/**
 * What a verified proof says.
 *
 * @param uniqueIdentifier normalized
 * @param proofId what a success uses up; {@code null} for a literal proof, which names nothing of the kind
 */
record ProvenDevice(String uniqueIdentifier, String proofId) {

    static ProvenDevice signed(ProofClaims claims) {
        return new ProvenDevice(claims.uniqueIdentifier(), claims.proofId());
    }

    static ProvenDevice literally(String uniqueIdentifier) {
        return new ProvenDevice(uniqueIdentifier, null);
    }

    /**
     * By a certificate that was shown in TLS: there the peer signs anew what nobody could foresee, so nothing can be
     * replayed. Each request counts as a proof of its own.
     */
    static ProvenDevice connected(String uniqueIdentifier) {
        return new ProvenDevice(uniqueIdentifier, UUID.randomUUID().toString());
    }

    boolean isLiteral() {
        return proofId == null;
    }
}
