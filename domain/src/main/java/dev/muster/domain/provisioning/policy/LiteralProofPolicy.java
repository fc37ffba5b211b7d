package dev.muster.domain.provisioning.policy;

import dev.muster.domain.provisioning.proof.Attestation.LiteralProof;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.domain.provisioning.proof.ProofVerdict;
import dev.muster.domain.provisioning.proof.ProofVerificationKey;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.key.RsaDecoys;
import dev.muster.domain.trust.key.RsaRecovery;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Judges a literal proof: the certificate access token, "encrypted" with the certificate's private key (protocol.md,
 * Provision request). The server has only the token's hash: the policy recovers the token with the public key, hashes
 * it and compares the hashes. Later the caller asks whether the certificate accepts this form: only a sender with a
 * valid proof may learn that.
 *
 * <p>Always reads one value with one RSA key and compares one hash: with the certificate's key if the value is as long
 * as the key, otherwise with a decoy. Nothing in this form covers the identifier.
 */
public final class LiteralProofPolicy implements ProofPolicy<LiteralProof> {

    private static final byte[] NOTHING = {};

    private final RsaDecoys decoys;
    private final String decoyHash;

    public LiteralProofPolicy(SecureRandom random) {
        this.decoys = new RsaDecoys(random);
        this.decoyHash = Secrets.sha256Base64Url(Secrets.newAccessToken(random));
    }

    @Override
    public ProofVerdict judge(ProofContext context, LiteralProof proof) {
        byte[] value = proof.encryptionResult();
        byte[] decoy = decoys.of(value.length);
        byte[] candidate = context.key().map(ProofVerificationKey::publicKey).orElse(decoy);
        boolean fits = RsaRecovery.isAsLongAs(candidate, value);
        Optional<byte[]> token = RsaRecovery.recover(fits ? candidate : decoy, value);
        String expected =
                context.key().map(ProofVerificationKey::accessTokenHash).orElse(decoyHash);
        boolean right = Secrets.equal(hash(token.orElse(NOTHING)), expected);
        return ProofRejection.UNKNOWN_ACCESS_KEY
                .unless(context.key().isPresent())
                .or(() -> ProofRejection.ENCRYPTION_NOT_OF_KEY.unless(fits))
                .or(() -> ProofRejection.BAD_ENCRYPTION.unless(token.isPresent()))
                .or(() -> ProofRejection.WRONG_TOKEN_HASH.unless(right))
                .<ProofVerdict>map(ProofVerdict.Rejected::new)
                .orElseGet(() -> new ProofVerdict.VerifiedLiterally(context.normalizedIdentifier()));
    }

    /** Octets beyond ASCII become characters that no access token has, so only the token has the token's hash. */
    private static String hash(byte[] token) {
        return Secrets.sha256Base64Url(new String(token, StandardCharsets.ISO_8859_1));
    }
}
