package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.proof.DeviceCsr;
import dev.muster.domain.provisioning.proof.ProofClaims;
import dev.muster.ejb.provisioning.credential.Peer;
import dev.muster.ejb.provisioning.credential.WantedCertificate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a verified proof.
 *
 * @param entered the identifier as sent
 * @param uniqueIdentifier the normalized identifier; empty if the device's certificate names none
 * @param proofId the id that a success spends; {@code null} for a literal proof, which has none
 * @param wanted the certificate that the device requests instead of a token; empty if it requests none
 */
record ProvenDevice(
        String entered, String uniqueIdentifier, @Nullable String proofId, Optional<WantedCertificate> wanted) {

    static ProvenDevice signed(String entered, ProofClaims claims) {
        return new ProvenDevice(
                entered, claims.uniqueIdentifier(), claims.proofId(), WantedCertificate.of(claims.csr()));
    }

    static ProvenDevice literally(String entered, String uniqueIdentifier) {
        return new ProvenDevice(entered, uniqueIdentifier, null, Optional.empty());
    }

    /**
     * A proof by a certificate that was shown in TLS. The handshake signs fresh random data, so the proof cannot be
     * replayed, and each request counts as a proof of its own.
     *
     * @param csr {@code null} if the device requests no certificate
     */
    static ProvenDevice connected(Peer.Device peer, @Nullable DeviceCsr csr) {
        return new ProvenDevice(
                peer.identifier(),
                peer.normalizedIdentifier(),
                UUID.randomUUID().toString(),
                WantedCertificate.of(csr));
    }

    boolean wantsCertificate() {
        return wanted.isPresent();
    }

    boolean isLiteral() {
        return proofId == null;
    }
}
