package dev.muster.it;

import dev.muster.testkit.Certificate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A provision request's proof, made with the JDK alone: none of the product's code is used, so that product and test
 * cannot be wrong in the same way.
 *
 * @param identifier the claim {@code sub}
 * @param id the claim {@code jti}
 */
record Proof(Certificate certificate, String identifier, String id) {

    private static final String HEADER = "{\"alg\":\"%s\",\"typ\":\"provision+jwt\"}";

    static Proof fresh(Certificate certificate, String identifier) {
        return new Proof(certificate, identifier, UUID.randomUUID().toString());
    }

    /** The request's body. */
    String body() {
        return body(identifier, compact());
    }

    static String body(String identifier, String proof) {
        return "{\"uniqueIdentifier\":\"%s\",\"proof\":\"%s\"}".formatted(identifier, proof);
    }

    String compact() {
        String input = signingInput();
        return input + "." + encode(sign(input));
    }

    /** Header and claims, as they are signed. */
    String signingInput() {
        return signingInput("ES256");
    }

    String signingInput(String algorithm) {
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"iss":"%s","sub":"%s","aud":"muster-provision","jti":"%s","iat":%d,"exp":%d,"ath":"%s"}""".formatted(certificate.accessKey(), identifier, id, now, now + 120, tokenHash(certificate));
        return encode(HEADER.formatted(algorithm).getBytes(StandardCharsets.UTF_8)) + "."
                + encode(claims.getBytes(StandardCharsets.UTF_8));
    }

    /** The request's body with these claims, each after a comma, in place of times and id. */
    String bodyWith(String further) {
        String claims = """
                {"iss":"%s","sub":"%s","aud":"muster-provision","ath":"%s"%s}""".formatted(certificate.accessKey(), identifier, tokenHash(certificate), further);
        String input = encode(HEADER.formatted("ES256").getBytes(StandardCharsets.UTF_8)) + "."
                + encode(claims.getBytes(StandardCharsets.UTF_8));
        return body(identifier, input + "." + encode(sign(input)));
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The claim {@code ath}. */
    static String tokenHash(Certificate certificate) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return encode(sha256.digest(certificate.accessToken().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] sign(String input) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        String base64 = certificate.privateKey().replaceAll("-----[A-Z ]+-----", "");
        byte[] der = Base64.getMimeDecoder().decode(base64);
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}
