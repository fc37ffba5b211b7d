package dev.muster.domain.provisioning;

import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.JwsAlgorithm;
import dev.muster.domain.trust.KeyAlgorithm;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;

/**
 * Keys that nobody holds. A proof for an access key that is not known is verified with one of them, so that it takes
 * the same work as a bad proof for a known one; the outcome is always a refusal. Made once at the start, the private
 * halves forgotten at once.
 */
public final class DecoyKeys {

    private final Map<JwsAlgorithm, ProofCertificate> decoys = new EnumMap<>(JwsAlgorithm.class);

    private DecoyKeys() {}

    /**
     * New decoys, one for each algorithm and no more: several kinds of key share the algorithms of RSA, and the first, which
     * is the commonest, stands for them all. Takes as long as {@link KeyAlgorithm#generate} for each: a second or two.
     */
    public static DecoyKeys generate(SecureRandom random) {
        DecoyKeys keys = new DecoyKeys();
        for (KeyAlgorithm kind : KeyAlgorithm.offered()) {
            if (!keys.decoys.keySet().containsAll(kind.jwsAlgorithms())) {
                ProofCertificate decoy = decoy(kind, random);
                kind.jwsAlgorithms().forEach(algorithm -> keys.decoys.putIfAbsent(algorithm, decoy));
            }
        }
        return keys;
    }

    /** A certificate that does not exist, with a key that the algorithm fits. */
    ProofCertificate of(JwsAlgorithm algorithm) {
        return decoys.get(algorithm);
    }

    private static ProofCertificate decoy(KeyAlgorithm kind, SecureRandom random) {
        return new ProofCertificate(
                Secrets.newAccessKey(random),
                kind,
                kind.generate(random).getPublic().getEncoded(),
                Secrets.sha256Base64Url(Secrets.newAccessToken(random)));
    }
}
