package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.Secrets;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.domain.trust.key.JdkSigner;
import dev.muster.domain.trust.key.JwsAlgorithm;
import dev.muster.domain.trust.key.KeyAlgorithm;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** A manufacturer's certificate and a device that signs proofs with its key, by the JDK. */
public record ProofFixture(KeyAlgorithm algorithm, KeyPair keys, ProofVerificationKey certificate) {

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    public static final long SECONDS = NOW.getEpochSecond();
    public static final String IDENTIFIER = "356938035643809";
    public static final SecureRandom RANDOM = new SecureRandom();
    public static final ServerNonces NONCES = ServerNonces.withMasterKey(KeyEncryption.newMasterKey(RANDOM));

    public static ProofFixture of(KeyAlgorithm algorithm) {
        return of(algorithm, algorithm.generate(RANDOM));
    }

    /** RSA of 2,048 bits, which takes less time to make. */
    public static ProofFixture ofOutsideRsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return of(KeyAlgorithm.RSA, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static ProofFixture of(KeyAlgorithm algorithm, KeyPair keys) {
        String hash = Secrets.sha256Base64Url(Secrets.newAccessToken(RANDOM));
        return new ProofFixture(
                algorithm,
                keys,
                new ProofVerificationKey(
                        Secrets.newAccessKey(RANDOM),
                        algorithm,
                        keys.getPublic().getEncoded(),
                        hash));
    }

    public static JsonObject header(JwsAlgorithm algorithm) {
        return Json.createObjectBuilder()
                .add("alg", algorithm.name())
                .add("typ", "provision+jwt")
                .build();
    }

    public JsonObject claims() {
        return Json.createObjectBuilder()
                .add("iss", certificate.accessKey())
                .add("sub", IDENTIFIER)
                .add("aud", "muster-provision")
                .add("jti", "0b2c7cf0-9f4f-4f07-8f43-0a6a1b6b4f10")
                .add("iat", SECONDS)
                .add("exp", SECONDS + 300)
                .add("ath", certificate.accessTokenHash())
                .build();
    }

    /** With a nonce of the server instead of times and id. */
    public JsonObject clocklessClaims() {
        String nonce = NONCES.issue(certificate.accessKey(), NOW.minusSeconds(1), RANDOM)
                .nonce();
        return Json.createObjectBuilder(claims())
                .remove("jti")
                .remove("iat")
                .remove("exp")
                .add("nonce", nonce)
                .build();
    }

    /** The same object with a member replaced or added; null removes it. */
    public static JsonObject with(JsonObject object, String name, JsonValue value) {
        JsonObjectBuilder builder = Json.createObjectBuilder(object);
        return (value == null ? builder.remove(name) : builder.add(name, value)).build();
    }

    /** The value that a JSON text stands for. */
    public static JsonValue json(String text) {
        return Json.createReader(new java.io.StringReader(text)).readValue();
    }

    public CompactJws sign(JwsAlgorithm with, JsonObject header, JsonObject claims) {
        String input = part(header.toString()) + "." + part(claims.toString());
        return parse(input + "." + base64Url(signature(with, input)));
    }

    public static CompactJws parse(String compact) {
        try {
            return CompactJws.parse(compact);
        } catch (MalformedRequestException e) {
            throw new AssertionError(e);
        }
    }

    public byte[] signature(JwsAlgorithm with, String input) {
        return JdkSigner.sign(JdkSigner.name(with), keys.getPrivate(), input.getBytes(StandardCharsets.US_ASCII));
    }

    /** In the encoding of the signature form. */
    public byte[] bareSignature(byte[] input) {
        String name = switch (algorithm) {
            case EC_P256 -> "SHA256withECDSA";
            case EC_P384 -> "SHA384withECDSA";
            case ED25519 -> "Ed25519";
            case RSA_3072, RSA_4096, RSA -> "SHA256withRSA";
        };
        return JdkSigner.sign(name, keys.getPrivate(), input);
    }

    public static String part(String text) {
        return base64Url(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
