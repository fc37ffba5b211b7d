package dev.muster.domain.provisioning.policy;

import dev.muster.domain.provisioning.proof.CompactJws;
import dev.muster.domain.provisioning.proof.DeviceChain;
import dev.muster.domain.provisioning.proof.ProofClaims;
import dev.muster.domain.provisioning.proof.ProofExpectation;
import dev.muster.domain.provisioning.proof.ProofFreshness;
import dev.muster.domain.provisioning.proof.ProofHeader;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ServerNonces;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.trust.DecoyAuthorities;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.key.SignatureVerifier;
import dev.muster.domain.trust.path.CertificatePathValidator;
import dev.muster.domain.trust.path.PathFault;
import dev.muster.domain.trust.path.PathVerdict;
import dev.muster.domain.trust.path.VerifiedDevice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether a proof is believed that a device has signed with its own key, and whose certificate by a DEVICE_CA it brings
 * along in {@code x5c}: like {@link ProofPolicy}, a pure rule, and step 2 of the order of the checks (protocol.md).
 *
 * <p>Every judgement validates the path to some issuer: the DEVICE_CA of the access key where its key is of the kind that
 * has signed the device's certificate, a decoy otherwise. Only what the request itself says decides which kind, and how
 * many signatures are verified. The proof's own signature is verified when the path is valid, which is for an access key
 * that is not known never, and for one that is only for whom its DEVICE_CA has vouched: to nobody else is anything told.
 */
public final class DeviceProofPolicy {

    private final DecoyAuthorities decoys;
    private final ServerNonces nonces;

    public DeviceProofPolicy(DecoyAuthorities decoys, ServerNonces nonces) {
        this.decoys = decoys;
        this.nonces = nonces;
    }

    /** Whether the proof brings a device's certificate, and is to be judged here. */
    public static boolean concerns(CompactJws proof) {
        return proof.header().containsKey(DeviceChain.MEMBER);
    }

    /**
     * Judges a proof.
     *
     * @param authority the DEVICE_CA with this access key; empty where none has it
     * @param root the platform's, DER
     * @param uniqueIdentifier of the request's body, as sent
     * @param normalizer as {@link ProofPolicy} wants it
     * @return Verified with the identifier of the device's certificate, normalized; with the empty text, which no scheme
     *     takes, where the certificate names none that could be one
     * @throws MalformedRequestException where {@code x5c} cannot be decoded
     */
    public ProofVerdict judge(
            String accessKey,
            Optional<DeviceAuthority> authority,
            byte[] root,
            CompactJws proof,
            String uniqueIdentifier,
            UnaryOperator<String> normalizer,
            Instant now)
            throws MalformedRequestException {
        DeviceChain chain = DeviceChain.of(proof.header()).orElseThrow();
        Optional<DeviceAuthority> known = authority.filter(a -> a.accessKey().equals(accessKey));
        PathVerdict path = validate(chain, known, root, now);
        Optional<VerifiedDevice> device =
                path instanceof PathVerdict.Valid valid ? Optional.of(valid.device()) : Optional.empty();
        ProofExpectation expected = new ProofExpectation(accessKey, uniqueIdentifier, null);
        Optional<ProofRejection> wrongClaim = expected.check(proof.claims(), normalizer, now);
        return ProofFreshness.demandNonce(proof.claims(), accessKey, nonces, now)
                .or(() -> unless(known.isPresent(), ProofRejection.UNKNOWN_ACCESS_KEY))
                .or(() -> ProofHeader.checkWithChain(proof.header()))
                .or(() -> unless(device.isPresent(), refusal(path)))
                .or(() -> checkSignature(proof, device.orElseThrow()))
                .or(() -> wrongClaim)
                .or(() -> unless(
                        isNamed(device.orElseThrow(), uniqueIdentifier, normalizer), ProofRejection.WRONG_SUBJECT))
                .<ProofVerdict>map(ProofVerdict.Rejected::new)
                .orElseGet(() -> verified(expected.claims(proof, normalizer), device.orElseThrow()));
    }

    /** What is found of the device's certificate; always after the same work for the same chain. */
    private PathVerdict validate(DeviceChain chain, Optional<DeviceAuthority> known, byte[] root, Instant now) {
        List<byte[]> below = chain.below(root);
        byte[] issued = below.getLast();
        byte[] issuer = decoys.issuerOf(issued, known.map(DeviceAuthority::certificate));
        PathVerdict verdict = CertificatePathValidator.validate(below, issuer, root, judgedAt(known, now));
        boolean rightChain = chain.endsWith(issuer, root) && !chain.hasRepeats();
        return rightChain || verdict instanceof PathVerdict.Refused
                ? verdict
                : new PathVerdict.Refused(PathFault.PATH, below.size());
    }

    /** Why, for the attempt: what is wrong with the device's own certificate is told apart. */
    private static ProofRejection refusal(PathVerdict path) {
        return path instanceof PathVerdict.Refused refused && refused.position() == 0
                ? ProofRejection.ofDeviceCertificate(refused.fault())
                : ProofRejection.DEVICE_CERTIFICATE_REFUSED;
    }

    /**
     * When the DEVICE_CA has expired, the path is judged as of its last instant, so that a device of it is told of that
     * expiry (403) and not that its proof is wrong (401). Nothing is granted then.
     */
    private static Instant judgedAt(Optional<DeviceAuthority> known, Instant now) {
        return known.map(DeviceAuthority::notAfter).filter(now::isAfter).orElse(now);
    }

    private static Optional<ProofRejection> checkSignature(CompactJws proof, VerifiedDevice device) {
        Optional<JwsAlgorithm> algorithm = ProofHeader.algorithm(proof.header());
        if (algorithm.isEmpty()) {
            return Optional.of(ProofRejection.ALGORITHM_NOT_ACCEPTED);
        }
        boolean fits = KeyAlgorithm.of(device.publicKey())
                .filter(kind -> kind.jwsAlgorithms().contains(algorithm.get()))
                .isPresent();
        return unless(fits, ProofRejection.ALGORITHM_NOT_OF_KEY)
                .or(() -> unless(
                        SignatureVerifier.verify(
                                device.publicKey(), algorithm.get(), proof.signingInput(), proof.signature()),
                        ProofRejection.BAD_SIGNATURE));
    }

    /** An identifier that cannot be one is refused later, and by its own name. */
    private static boolean isNamed(VerifiedDevice device, String uniqueIdentifier, UnaryOperator<String> normalizer) {
        return device.identifier()
                .map(normalizer)
                .map(normalizer.apply(uniqueIdentifier)::equals)
                .orElse(true);
    }

    private static ProofVerdict verified(ProofClaims claims, VerifiedDevice device) {
        return new ProofVerdict.Verified(device.identifier().isPresent() ? claims : claims.withIdentifier(""));
    }

    private static Optional<ProofRejection> unless(boolean right, ProofRejection reason) {
        return right ? Optional.empty() : Optional.of(reason);
    }
}
