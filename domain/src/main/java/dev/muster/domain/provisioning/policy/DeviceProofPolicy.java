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
import dev.muster.domain.trust.path.DeviceRoots;
import dev.muster.domain.trust.path.PathFault;
import dev.muster.domain.trust.path.PathVerdict;
import dev.muster.domain.trust.path.VerifiedDevice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges a JWS that a device has signed with its own key. The proof brings the device's certificate by a DEVICE_CA
 * along in {@code x5c}. The verdict has the identifier of that certificate, normalized. It has the empty text, which no
 * scheme accepts, if the certificate names no possible identifier.
 *
 * <p>Always validates the path to some issuer: to the DEVICE_CA of the access key if its key is of the kind that has
 * signed the device's certificate, otherwise to a decoy. Only the request decides which kind that is and how many
 * signatures are verified. The proof's own signature is verified only if the path is valid. So an unknown access key
 * never gets that far, and a known one only for a device whose DEVICE_CA has vouched for it: nobody else learns
 * anything.
 */
public final class DeviceProofPolicy implements ProofPolicy<CompactJws> {

    private final DecoyAuthorities decoys;
    private final ServerNonces nonces;
    private final Supplier<DeviceRoots> roots;

    /** @param roots the platform's, asked for each proof */
    public DeviceProofPolicy(DecoyAuthorities decoys, ServerNonces nonces, Supplier<DeviceRoots> roots) {
        this.decoys = decoys;
        this.nonces = nonces;
        this.roots = roots;
    }

    /** Whether the proof brings a device's certificate, so that this policy judges it. */
    public static boolean concerns(CompactJws proof) {
        return proof.header().containsKey(DeviceChain.MEMBER);
    }

    @Override
    public ProofVerdict judge(ProofContext context, CompactJws proof) throws MalformedRequestException {
        PathVerdict path = validate(DeviceChain.of(proof.header()).orElseThrow(), context);
        Optional<VerifiedDevice> device =
                path instanceof PathVerdict.Valid valid ? Optional.of(valid.device()) : Optional.empty();
        ProofExpectation expected = new ProofExpectation(context.accessKey(), context.uniqueIdentifier(), null);
        Optional<ProofRejection> wrongClaim = expected.check(proof.claims(), context.normalizer(), context.now());
        return ProofFreshness.demandNonce(proof.claims(), context.accessKey(), nonces, context.now())
                .or(() -> ProofRejection.UNKNOWN_ACCESS_KEY.unless(
                        context.authority().isPresent()))
                .or(() -> ProofHeader.checkWithChain(proof.header()))
                .or(() -> refusal(path).unless(device.isPresent()))
                .or(() -> checkSignature(proof, device.orElseThrow()))
                .or(() -> wrongClaim)
                .or(() -> ProofRejection.WRONG_SUBJECT.unless(isNamed(device.orElseThrow(), context)))
                .<ProofVerdict>map(ProofVerdict.Rejected::new)
                .orElseGet(() -> verified(expected.claims(proof, context.normalizer()), device.orElseThrow()));
    }

    /** The result for the device's certificate; the same chain always costs the same work. */
    private PathVerdict validate(DeviceChain chain, ProofContext context) {
        byte[] anchor = anchor(chain, context);
        List<byte[]> below = chain.below(anchor);
        byte[] issuer = decoys.issuerOf(below.getLast(), context.authority().map(DeviceAuthority::certificate));
        Instant at = context.authority()
                .map(authority -> authority.judgedAt(context.now()))
                .orElse(context.now());
        PathVerdict verdict = CertificatePathValidator.validate(below, issuer, anchor, at);
        boolean rightChain = chain.endsWith(issuer, anchor) && !chain.hasRepeats();
        return rightChain || verdict instanceof PathVerdict.Refused
                ? verdict
                : new PathVerdict.Refused(PathFault.PATH, below.size());
    }

    /**
     * The root at the end of the chain; if it has none, the root above the DEVICE_CA. So what the chain has below the root
     * depends only on the request.
     */
    private byte[] anchor(DeviceChain chain, ProofContext context) {
        DeviceRoots trusted = roots.get();
        return trusted.encoded().stream()
                .filter(chain::hasRoot)
                .findFirst()
                .or(() -> context.authority().map(authority -> trusted.above(authority.certificate())))
                .orElseGet(trusted::current);
    }

    /** The reason for the attempt; it distinguishes the faults of the device's own certificate. */
    private static ProofRejection refusal(PathVerdict path) {
        return path instanceof PathVerdict.Refused refused && refused.position() == 0
                ? ProofRejection.ofDeviceCertificate(refused.fault())
                : ProofRejection.DEVICE_CERTIFICATE_REFUSED;
    }

    private static Optional<ProofRejection> checkSignature(CompactJws proof, VerifiedDevice device) {
        Optional<JwsAlgorithm> algorithm = ProofHeader.algorithm(proof.header());
        boolean fits = KeyAlgorithm.of(device.publicKey())
                .filter(kind -> algorithm.filter(kind.jwsAlgorithms()::contains).isPresent())
                .isPresent();
        return ProofRejection.ALGORITHM_NOT_ACCEPTED
                .unless(algorithm.isPresent())
                .or(() -> ProofRejection.ALGORITHM_NOT_OF_KEY.unless(fits))
                .or(() -> ProofRejection.BAD_SIGNATURE.unless(SignatureVerifier.verify(
                        device.publicKey(), algorithm.orElseThrow(), proof.signingInput(), proof.signature())));
    }

    /** True also if the certificate names no possible identifier: the caller refuses that later, by its own code. */
    private static boolean isNamed(VerifiedDevice device, ProofContext context) {
        return device.identifier()
                .map(context.normalizer())
                .map(context.normalizedIdentifier()::equals)
                .orElse(true);
    }

    private static ProofVerdict verified(ProofClaims claims, VerifiedDevice device) {
        return new ProofVerdict.Verified(device.identifier().isPresent() ? claims : claims.withIdentifier(""));
    }
}
