package dev.muster.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A device with a key and a certificate of its own, which proves itself with both; made with the JDK alone.
 *
 * @param accessKey of the DEVICE_CA
 * @param key PKCS#8, PEM, EC P-256
 * @param certificate PEM
 */
record CertifiedDevice(String accessKey, String key, String certificate) {

    /** The body of a request for this identifier, with its certificate alone as the chain. */
    String body(String identifier) {
        return body(identifier, List.of(certificate));
    }

    /** With these certificates, PEM. */
    String body(String identifier, List<String> chain) {
        return Proof.body(identifier, compact(identifier, accessKey, chain));
    }

    /** With these claims, each after a comma, beside the others. */
    String bodyWith(String identifier, String further) {
        return Proof.body(identifier, compact(identifier, accessKey, List.of(certificate), further));
    }

    /** With another access key. */
    CertifiedDevice at(String other) {
        return new CertifiedDevice(other, key, certificate);
    }

    String compact(String identifier, String issuer, List<String> chain) {
        return compact(identifier, issuer, chain, "");
    }

    private String compact(String identifier, String issuer, List<String> chain, String further) {
        String certificates =
                chain.stream().map(pem -> "\"" + base64(pem) + "\"").collect(Collectors.joining(","));
        long now = Instant.now().getEpochSecond();
        String header = "{\"alg\":\"ES256\",\"typ\":\"provision+jwt\",\"x5c\":[%s]}".formatted(certificates);
        String claims = """
                {"iss":"%s","sub":"%s","aud":"muster-provision","jti":"%s","iat":%d,"exp":%d%s}""".formatted(issuer, identifier, UUID.randomUUID(), now, now + 120, further);
        String input = part(header) + "." + part(claims);
        return input + "." + Proof.encode(sign(input));
    }

    static String base64(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }

    private static String part(String text) {
        return Proof.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sign(String input) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            byte[] der = java.util.Base64.getDecoder().decode(base64(key));
            signature.initSign(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der)));
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
