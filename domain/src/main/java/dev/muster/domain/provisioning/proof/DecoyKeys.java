package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.key.RsaDecoys;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;

/**
 * Keys that nobody holds. A proof for an access key that is not known is verified with one of them, so that it takes
 * the same work as a bad proof for a known one; the outcome is always a refusal. Made once at the start, the private
 * halves forgotten at once.
 */
public final class DecoyKeys {

    private final String accessKey;
    private final String accessTokenHash;
    private final Map<JwsAlgorithm, ProofVerificationKey> decoys = new EnumMap<>(JwsAlgorithm.class);
    private final RsaDecoys rsa;

    private DecoyKeys(SecureRandom random) {
        accessKey = Secrets.newAccessKey(random);
        accessTokenHash = Secrets.sha256Base64Url(Secrets.newAccessToken(random));
        rsa = new RsaDecoys(random);
    }

    /** New decoys, one for each algorithm, and for those of RSA one for each length of a key. */
    public static DecoyKeys generate(SecureRandom random) {
        DecoyKeys keys = new DecoyKeys(random);
        for (KeyAlgorithm kind : KeyAlgorithm.offered()) {
            if (!kind.isRsa()) {
                byte[] publicKey = kind.generate(random).getPublic().getEncoded();
                kind.jwsAlgorithms().forEach(algorithm -> keys.decoys.put(algorithm, keys.decoy(kind, publicKey)));
            }
        }
        return keys;
    }

    /**
     * A certificate that does not exist, with a key that the algorithm and the signature's length fit.
     *
     * @param length octets of the signature
     */
    public ProofVerificationKey of(JwsAlgorithm algorithm, int length) {
        return decoys.containsKey(algorithm) ? decoys.get(algorithm) : decoy(KeyAlgorithm.RSA, rsa.of(length));
    }

    private ProofVerificationKey decoy(KeyAlgorithm kind, byte[] publicKey) {
        return new ProofVerificationKey(accessKey, kind, publicKey, accessTokenHash);
    }
}
