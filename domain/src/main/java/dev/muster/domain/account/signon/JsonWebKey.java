package dev.muster.domain.account.signon;

import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.SignatureVerifier;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A public key of the provider (RFC 7517, RFC 7518 section 6, RFC 8037): RSA, P-256, P-384 or Ed25519. {@link
 * SignatureVerifier} checks the key itself at each use.
 */
final class JsonWebKey {

    private final Optional<String> id;
    private final Optional<String> algorithm;
    private final byte[] subjectPublicKeyInfo;

    private JsonWebKey(JsonObject jwk, byte[] subjectPublicKeyInfo) {
        this.id = text(jwk, "kid");
        this.algorithm = text(jwk, "alg");
        this.subjectPublicKeyInfo = subjectPublicKeyInfo;
    }

    /** Empty for a key of another kind or use, which others may need. */
    static Optional<JsonWebKey> of(JsonValue value) {
        if (!(value instanceof JsonObject jwk)
                || text(jwk, "use").filter(use -> !use.equals("sig")).isPresent()) {
            return Optional.empty();
        }
        try {
            return info(jwk).map(info -> new JsonWebKey(jwk, info));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    boolean hasId(String wanted) {
        return id.filter(wanted::equals).isPresent();
    }

    /** Whether the key made the signature. A key that names its algorithm has no other. */
    boolean verifies(JwsAlgorithm used, byte[] signingInput, byte[] signature) {
        return algorithm.filter(own -> !own.equals(used.name())).isEmpty()
                && SignatureVerifier.verify(subjectPublicKeyInfo, used, signingInput, signature);
    }

    private static Optional<byte[]> info(JsonObject jwk) {
        return switch (text(jwk, "kty").orElse("")) {
            case "RSA" -> rsa(number(jwk, "n"), number(jwk, "e"));
            case "EC" -> ec(jwk);
            case "OKP" ->
                text(jwk, "crv")
                        .filter("Ed25519"::equals)
                        .map(curve ->
                                encoded(new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), octets(jwk, "x")));
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> rsa(BigInteger modulus, BigInteger exponent) {
        try {
            return Optional.of(new SubjectPublicKeyInfo(
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                            new RSAPublicKey(modulus, exponent))
                    .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> ec(JsonObject jwk) {
        return switch (text(jwk, "crv").orElse("")) {
            case "P-256" -> Optional.of(ec(jwk, SECObjectIdentifiers.secp256r1));
            case "P-384" -> Optional.of(ec(jwk, SECObjectIdentifiers.secp384r1));
            default -> Optional.empty();
        };
    }

    /** The point without compression (SEC 1 section 2.3.3). */
    private static byte[] ec(JsonObject jwk, ASN1ObjectIdentifier curve) {
        ByteArrayOutputStream point = new ByteArrayOutputStream();
        point.write(4);
        point.writeBytes(octets(jwk, "x"));
        point.writeBytes(octets(jwk, "y"));
        return encoded(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point.toByteArray());
    }

    private static byte[] encoded(AlgorithmIdentifier algorithm, byte[] key) {
        try {
            return new SubjectPublicKeyInfo(algorithm, key).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BigInteger number(JsonObject jwk, String member) {
        return new BigInteger(1, octets(jwk, member));
    }

    private static byte[] octets(JsonObject jwk, String member) {
        return Base64.getUrlDecoder().decode(text(jwk, member).orElse(""));
    }

    private static Optional<String> text(JsonObject jwk, String member) {
        return jwk.get(member) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
