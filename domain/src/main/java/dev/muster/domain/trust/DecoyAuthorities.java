package dev.muster.domain.trust;

import dev.muster.domain.shared.Secrets;
import dev.muster.domain.trust.issue.CertificateIssuer;
import dev.muster.domain.trust.issue.CertificateSubject;
import dev.muster.domain.trust.key.KeyAlgorithm;
import dev.muster.domain.trust.key.RsaDecoys;
import dev.muster.domain.trust.path.IssuerKind;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * DEVICE_CA certificates whose private keys nobody has. The path of a device's certificate is validated to such a decoy
 * if the access key is unknown, or if the known certificate's key is not of the kind that signed the device's
 * certificate. That takes the same work as a bad path to a known certificate, and it always ends in a refusal. The
 * decoys are made once at the start.
 */
public final class DecoyAuthorities {

    /** When they were valid. Dates are checked only after the signatures, so expired decoys do. */
    private static final Instant LONG_AGO = Instant.EPOCH;

    private static final URI NOWHERE = URI.create("https://localhost/");
    private static final int RSA_STEP_BITS = 1024;
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 4096;

    private final Map<IssuerKind, byte[]> decoys = new HashMap<>();

    private DecoyAuthorities() {}

    /** Makes decoys with EC keys, with an Ed25519 key, and with RSA keys of the usual lengths. */
    public static DecoyAuthorities generate(SecureRandom random) {
        DecoyAuthorities authorities = new DecoyAuthorities();
        KeyPair rootKeys = CertificateIssuer.newRootKeys(random);
        CertificateSubject subject = new CertificateSubject("Muster", "Decoy", Secrets.newAccessKey(random));
        CertificateIssuer root = new CertificateIssuer(
                CertificateIssuer.platformRoot(CertificateSubject.of("Muster", "Decoy"), rootKeys, LONG_AGO, random),
                rootKeys.getPrivate());
        for (KeyAlgorithm kind : KeyAlgorithm.offered()) {
            if (!kind.isRsa()) {
                authorities.add(root, subject, kind.generate(random).getPublic(), random);
            }
        }
        RsaDecoys rsa = new RsaDecoys(random);
        for (int bits = MIN_RSA_BITS; bits <= MAX_RSA_BITS; bits += RSA_STEP_BITS) {
            authorities.add(root, subject, key(rsa.of(bits / Byte.SIZE)), random);
        }
        return authorities;
    }

    /**
     * The issuer to which the path of a device's certificate is validated.
     *
     * @param issued the device's certificate, DER, or any other bytes
     * @param known the certificate that the request names; empty if there is none
     * @return the known certificate if its key is of the kind that made the signature; otherwise a decoy of that kind,
     *     or the usual decoy if there is none of that kind
     */
    public byte[] issuerOf(byte[] issued, Optional<byte[]> known) {
        IssuerKind kind = IssuerKind.thatSigned(issued);
        byte[] usual = Objects.requireNonNull(decoys.get(IssuerKind.USUAL));
        byte[] decoy = decoys.getOrDefault(kind, usual);
        byte[] issuer = known.orElse(decoy);
        // read a decoy, too: the work must be the same
        return IssuerKind.of(issuer).equals(kind) ? issuer : decoy;
    }

    private void add(CertificateIssuer root, CertificateSubject subject, PublicKey key, SecureRandom random) {
        try {
            byte[] decoy =
                    root.deviceCa(subject, key, 1, NOWHERE, LONG_AGO, random).getEncoded();
            decoys.put(IssuerKind.of(decoy), decoy);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was just issued can be encoded", e);
        }
    }

    private static PublicKey key(byte[] subjectPublicKeyInfo) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a modulus and an exponent are a public key", e);
        }
    }
}
