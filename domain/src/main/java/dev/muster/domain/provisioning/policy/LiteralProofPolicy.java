package dev.muster.domain.provisioning.policy;

import dev.muster.domain.provisioning.proof.Attestation;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.key.RsaDecoys;
import dev.muster.domain.trust.key.RsaRecovery;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Whether a literal proof is believed: the certificate access token, "encrypted" with the certificate's private key
 * (protocol.md, Provision request). The server has the token's hash alone, so the token is read back with the public
 * key, hashed and compared. A pure rule; whether the certificate takes this form at all is asked afterwards, because the
 * answer is for who has proven something.
 *
 * <p>Every judgement reads one value with one RSA key and compares one hash, whatever else is wrong: with the
 * certificate's key where the value has its length, with a decoy otherwise.
 */
public final class LiteralProofPolicy {

    private static final byte[] NOTHING = {};

    private final RsaDecoys decoys;
    private final String decoyHash;

    public LiteralProofPolicy(SecureRandom random) {
        this.decoys = new RsaDecoys(random);
        this.decoyHash = Secrets.sha256Base64Url(Secrets.newAccessToken(random));
    }

    /**
     * Judges a proof.
     *
     * @param accessKey of the request's path, as sent
     * @param certificate the one with this access key; empty where none has it; one with another access key counts as none
     * @param uniqueIdentifier of the request's body, as sent; nothing in this form covers it
     * @param normalizer as for {@link ProofPolicy#judge}
     * @return for an unknown access key always {@link ProofVerdict.Rejected}
     */
    public ProofVerdict judge(
            String accessKey,
            Optional<ProofVerificationKey> certificate,
            Attestation.LiteralProof proof,
            String uniqueIdentifier,
            UnaryOperator<String> normalizer) {
        byte[] value = proof.encryptionResult();
        byte[] decoy = decoys.of(value.length);
        Optional<ProofVerificationKey> known =
                certificate.filter(c -> c.accessKey().equals(accessKey));
        byte[] candidate = known.map(ProofVerificationKey::publicKey).orElse(decoy);
        boolean fits = RsaRecovery.isAsLongAs(candidate, value);
        Optional<byte[]> token = RsaRecovery.recover(fits ? candidate : decoy, value);
        String expected = known.map(ProofVerificationKey::accessTokenHash).orElse(decoyHash);
        boolean right = Secrets.equal(hash(token.orElse(NOTHING)), expected);
        return unless(known.isPresent(), ProofRejection.UNKNOWN_ACCESS_KEY)
                .or(() -> unless(fits, ProofRejection.ENCRYPTION_NOT_OF_KEY))
                .or(() -> unless(token.isPresent(), ProofRejection.BAD_ENCRYPTION))
                .or(() -> unless(right, ProofRejection.WRONG_TOKEN_HASH))
                .<ProofVerdict>map(ProofVerdict.Rejected::new)
                .orElseGet(() -> new ProofVerdict.VerifiedLiterally(normalizer.apply(uniqueIdentifier)));
    }

    private static Optional<ProofRejection> unless(boolean right, ProofRejection reason) {
        return right ? Optional.empty() : Optional.of(reason);
    }

    /** Octets beyond ASCII become what no access token has, so nothing but the token has the token's hash. */
    private static String hash(byte[] token) {
        return Secrets.sha256Base64Url(new String(token, StandardCharsets.ISO_8859_1));
    }
}
