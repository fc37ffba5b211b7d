package dev.muster.ejb.provisioning;

import dev.muster.domain.provisioning.policy.DeviceAuthority;
import dev.muster.domain.provisioning.policy.DeviceProofPolicy;
import dev.muster.domain.provisioning.policy.LiteralProofPolicy;
import dev.muster.domain.provisioning.policy.ProofContext;
import dev.muster.domain.provisioning.policy.ProofPolicy;
import dev.muster.domain.provisioning.policy.SignatureProofPolicy;
import dev.muster.domain.provisioning.policy.SignedProofPolicy;
import dev.muster.domain.provisioning.proof.Attestation;
import dev.muster.domain.provisioning.proof.CompactJws;
import dev.muster.domain.provisioning.proof.DecoyKeys;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import dev.muster.domain.provisioning.proof.ProvisionRequest;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.domain.trust.DecoyAuthorities;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.trust.PlatformRoots;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** Verifies proofs with certificates. The decoys are made at the server's start, so that no request waits for them. */
@ApplicationScoped
public class ProofVerification {

    private ProofPolicy<CompactJws> signedPolicy;

    private ProofPolicy<CompactJws> devicePolicy;

    private ProofPolicy<Attestation.SignatureProof> signaturePolicy;

    private ProofPolicy<Attestation.LiteralProof> literalPolicy;

    @Inject
    private PlatformRoots roots;

    @Inject
    private ProvisionNonces nonces;

    @PostConstruct
    void makePolicies() {
        SecureRandom random = new SecureRandom();
        DecoyKeys decoys = DecoyKeys.generate(random);
        signedPolicy = new SignedProofPolicy(decoys, nonces.nonces());
        devicePolicy =
                new DeviceProofPolicy(DecoyAuthorities.generate(random), nonces.nonces(), roots::trustedDeviceRoots);
        signaturePolicy = new SignatureProofPolicy(decoys, nonces.nonces());
        literalPolicy = new LiteralProofPolicy(random);
    }

    void makeDecoys(@Observes Startup start) {
        // The container has constructed this bean for the event.
    }

    /**
     * Judges the proof of a request.
     *
     * @param certificate the certificate that the request's path names; empty if it does not exist
     * @throws MalformedRequestException if the proof cannot be decoded
     */
    ProofVerdict verify(
            String accessKey, Optional<ManufacturerCertificate> certificate, ProvisionRequest request, Instant now)
            throws MalformedRequestException {
        ProofContext context = new ProofContext(
                accessKey,
                certificate.filter(ProofVerification::signsProofs).map(ProofVerification::keyOf),
                certificate.filter(c -> !signsProofs(c)).map(ProofVerification::authorityOf),
                request.uniqueIdentifier(),
                identifier -> normalize(certificate, identifier),
                now);
        return switch (request.attestation()) {
            case Attestation.SignedProof(var compact) ->
                nameThePurpose(judge(context, CompactJws.parse(compact)), certificate);
            case Attestation.SignatureProof proof -> nameThePurpose(signaturePolicy.judge(context, proof), certificate);
            case Attestation.LiteralProof proof -> literalPolicy.judge(context, proof);
            case Attestation.Unacceptable(var reason) -> new ProofVerdict.Rejected(reason);
        };
    }

    private ProofVerdict judge(ProofContext context, CompactJws proof) throws MalformedRequestException {
        return (DeviceProofPolicy.concerns(proof) ? devicePolicy : signedPolicy).judge(context, proof);
    }

    /**
     * Replaces the rejection of an unknown access key if its certificate exists but is for another kind of proof. The
     * policies do not see such a certificate; readers of the attempt should learn the reason.
     */
    private static ProofVerdict nameThePurpose(ProofVerdict verdict, Optional<ManufacturerCertificate> certificate) {
        boolean unknown = verdict.equals(new ProofVerdict.Rejected(ProofRejection.UNKNOWN_ACCESS_KEY));
        return unknown && certificate.isPresent()
                ? new ProofVerdict.Rejected(ProofRejection.PROOF_NOT_OF_PURPOSE)
                : verdict;
    }

    /** The key of a DEVICE_CA signs certificates, never a proof. */
    private static boolean signsProofs(ManufacturerCertificate certificate) {
        return certificate.purpose() == CertificatePurpose.PROOF;
    }

    private static ProofVerificationKey keyOf(ManufacturerCertificate certificate) {
        return new ProofVerificationKey(
                certificate.accessKey(),
                certificate.keyAlgorithm(),
                certificate.publicKey(),
                certificate.accessTokenHash());
    }

    private static DeviceAuthority authorityOf(ManufacturerCertificate certificate) {
        return new DeviceAuthority(certificate.accessKey(), certificate.certificate(), certificate.notAfter());
    }

    /**
     * The identifier in the form that the manufacturer compares; without a certificate, in the form that most compare.
     */
    static String normalize(Optional<ManufacturerCertificate> certificate, String identifier) {
        return certificate
                .map(c -> c.manufacturer().identifierRules().normalize(identifier))
                .orElseGet(() -> EnteredText.folded(identifier));
    }
}
