package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.key.RsaDecoys;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;

/**
 * Keys that nobody holds. The server verifies a proof for an unknown access key with one of them, so this takes the
 * same work as a bad proof for a known access key. The result is always a refusal. The decoys are made once at the
 * start; their private keys are dropped at once.
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

    /** Makes decoys: one for each algorithm, for RSA one for each length of a key. */
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
     * The key of a certificate that does not exist; it fits the algorithm and the signature's length.
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
