package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.proof.DeviceCsr;
import dev.muster.domain.provisioning.proof.ProofClaims;
import dev.muster.ejb.provisioning.credential.Peer;
import dev.muster.ejb.provisioning.credential.WantedCertificate;
import java.util.UUID;

/**
 * What a verified proof says.
 *
 * @param entered its identifier, as sent
 * @param uniqueIdentifier normalized; empty where a certificate names none
 * @param proofId what a success uses up; {@code null} for a literal proof, which names nothing of the kind
 * @param wanted the certificate that it wants in place of a token; {@code null} where it wants none
 */
record ProvenDevice(String entered, String uniqueIdentifier, String proofId, WantedCertificate wanted) {

    static ProvenDevice signed(String entered, ProofClaims claims) {
        return new ProvenDevice(
                entered, claims.uniqueIdentifier(), claims.proofId(), WantedCertificate.of(claims.csr()));
    }

    static ProvenDevice literally(String entered, String uniqueIdentifier) {
        return new ProvenDevice(entered, uniqueIdentifier, null, null);
    }

    /**
     * By a certificate that was shown in TLS: there the peer signs anew what nobody could foresee, so nothing can be
     * replayed. Each request counts as a proof of its own.
     *
     * @param csr {@code null} where it wants no certificate
     */
    static ProvenDevice connected(Peer.Device peer, DeviceCsr csr) {
        return new ProvenDevice(
                peer.identifier(),
                peer.normalizedIdentifier(),
                UUID.randomUUID().toString(),
                WantedCertificate.of(csr));
    }

    boolean wantsCertificate() {
        return wanted != null;
    }

    boolean isLiteral() {
        return proofId == null;
    }
}
