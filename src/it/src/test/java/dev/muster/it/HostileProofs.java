package dev.muster.it;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Provision requests of which one place is wrong: a byte of the body, a value in its JSON, in the header or the claims of its
 * JWS, a character of its base64, or an element of the certificate in {@code x5c}. Half of the changed proofs and certificates
 * are signed again, so that they get past that check. The same seed makes the same requests, except for their times.
 */
final class HostileProofs {

    /** What a member may be instead. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e0",
            "1e999999999",
            "1e99999",
            "9".repeat(5_000),
            "0." + "3".repeat(5_000),
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud834\"",
            "\"\\n\"",
            "[]",
            "{}",
            "[[]]",
            "{\"a\":{\"a\":{}}}",
            "\"" + "x".repeat(3_000) + "\"",
            "\"ü😀\"",
            "NaN",
            "\"none\"",
            "\"HS256\"",
            "\"A\"",
            "\"AA==\"",
            "[\"AA==\",\"AA==\"]",
            "[1]",
            "[null]",
            "\"-----BEGIN\"");

    private static final List<String> HEADER = List.of("alg", "typ", "x5c", "crit", "jwk", "kid", "b64");
    private static final List<String> CLAIMS =
            List.of("iss", "sub", "aud", "jti", "iat", "exp", "nbf", "ath", "nonce", "csr");
    private static final List<String> BODY =
            List.of("uniqueIdentifier", "proof", "timestamp", "nonce", "signature", "encryptionResult", "csr");

    private final Random random;
    private final CertifiedDevice device;
    private final String issuerKey;
    private final String identifier;

    /** @param issuerKey PKCS#8, PEM, of the DEVICE_CA */
    HostileProofs(long seed, CertifiedDevice device, String issuerKey, String identifier) {
        this.random = new Random(seed);
        this.device = device;
        this.issuerKey = issuerKey;
        this.identifier = identifier;
    }

    /** The body of the next request. */
    byte[] next() {
        return switch (random.nextInt(6)) {
            case 0 -> bytes(body(compact(header(x5c(certificate())), claims())).getBytes(StandardCharsets.UTF_8));
            case 1 -> utf8(json(List.of("uniqueIdentifier", "proof"), BODY, List.of(quote(identifier), quote(good()))));
            case 2 -> utf8(body(compact(changedHeader(), claims())));
            case 3 -> utf8(body(compact(header(x5c(certificate())), changedClaims())));
            case 4 -> utf8(body(text(good())));
            default -> utf8(body(compact(header(x5c(mutated(certificate()))), claims())));
        };
    }

    private String good() {
        return compact(header(x5c(certificate())), claims());
    }

    private byte[] certificate() {
        return Base64.getDecoder().decode(CertifiedDevice.base64(device.certificate()));
    }

    private static String x5c(byte[] der) {
        return "[" + quote(Base64.getEncoder().encodeToString(der)) + "]";
    }

    private static String header(String x5c) {
        return "{\"alg\":\"ES256\",\"typ\":\"provision+jwt\",\"x5c\":" + x5c + "}";
    }

    private String changedHeader() {
        return json(
                List.of("alg", "typ", "x5c"), HEADER, List.of("\"ES256\"", "\"provision+jwt\"", x5c(certificate())));
    }

    private String claims() {
        return String.join(
                ",",
                "{" + "\"iss\":" + quote(device.accessKey()),
                claim("sub", quote(identifier)),
                claim("aud", "\"muster-provision\""),
                claim("jti", quote(uuid())),
                claim("iat", now(0)),
                claim("exp", now(120)) + "}");
    }

    private String changedClaims() {
        return json(
                List.of("iss", "sub", "aud", "jti", "iat", "exp"),
                CLAIMS,
                List.of(
                        quote(device.accessKey()),
                        quote(identifier),
                        "\"muster-provision\"",
                        quote(uuid()),
                        now(0),
                        now(120)));
    }

    private static String claim(String name, String value) {
        return quote(name) + ":" + value;
    }

    private static String now(int later) {
        return Long.toString(Instant.now().getEpochSecond() + later);
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** The members, of which one has another value, or a further one. */
    private String json(List<String> names, List<String> others, List<String> values) {
        List<String> members = new ArrayList<>();
        int changed = random.nextInt(names.size() + 1);
        for (int i = 0; i < names.size(); i++) {
            members.add(claim(names.get(i), i == changed ? any(VALUES) : values.get(i)));
        }
        if (changed == names.size()) {
            members.add(claim(any(others), any(VALUES)));
        }
        return "{" + String.join(",", members) + "}";
    }

    private String body(String proof) {
        return Proof.body(identifier, proof.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private String compact(String header, String claims) {
        String input = Proof.encode(utf8(header)) + "." + Proof.encode(utf8(claims));
        byte[] signature =
                random.nextBoolean() ? sign(device.key(), "SHA256withECDSAinP1363Format", utf8(input)) : noise(64);
        return input + "." + Proof.encode(signature);
    }

    /** A character that is missing, doubled or another. */
    private String text(String text) {
        int at = random.nextInt(text.length());
        String other = any(List.of(
                "",
                "=",
                ".",
                "+",
                "/",
                "-",
                "\n",
                "\u0000",
                "ü",
                " ",
                "A",
                text.substring(at, at + 1).repeat(2)));
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private byte[] bytes(byte[] body) {
        int at = random.nextInt(body.length);
        byte[] changed = body.clone();
        changed[at] = (byte) random.nextInt(256);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(body, at);
            case 1 -> join(body, noise(1 + random.nextInt(3)));
            case 2 ->
                join(Arrays.copyOf(body, at), Arrays.copyOfRange(body, Math.min(at + 1, body.length), body.length));
            default -> changed;
        };
    }

    /** Changes an element of the certificate, all lengths around it right, and signs the whole again in half of the cases. */
    private byte[] mutated(byte[] der) {
        byte[] changed = element(der, 0);
        if (random.nextBoolean()) {
            return changed;
        }
        byte[][] parts = children(changed);
        return parts.length < 3
                ? changed
                : wrap(
                        0x30,
                        join(
                                join(parts[0], parts[1]),
                                wrap(3, join(new byte[1], sign(issuerKey, "SHA256withECDSA", parts[0])))));
    }

    private byte[] element(byte[] value, int depth) {
        byte[][] parts = (value[0] & 0x20) == 0 ? new byte[0][] : children(value);
        if (parts.length == 0 || depth > 0 && random.nextInt(4) == 0) {
            return change(value);
        }
        int at = random.nextInt(parts.length);
        parts[at] = element(parts[at], depth + 1);
        byte[] body = new byte[0];
        for (byte[] part : parts) {
            body = join(body, part);
        }
        return wrap(value[0], body);
    }

    private byte[] change(byte[] value) {
        byte[] content = Arrays.copyOfRange(value, headerLength(value), value.length);
        return switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> wrap(value[0], new byte[0]);
            case 2 -> join(value, value);
            case 3 -> wrap(random.nextInt(256), content);
            case 4 -> wrap(value[0], Arrays.copyOf(content, content.length == 0 ? 0 : random.nextInt(content.length)));
            default -> {
                if (content.length > 0) {
                    content[random.nextInt(content.length)] = (byte) random.nextInt(256);
                }
                yield wrap(value[0], content);
            }
        };
    }

    /** The values in a constructed one; none if it is not. */
    private static byte[][] children(byte[] value) {
        List<byte[]> children = new ArrayList<>();
        int at = value.length == 0 ? 0 : headerLength(value);
        while (at + 1 < value.length) {
            byte[] rest = Arrays.copyOfRange(value, at, value.length);
            int length = Math.min(rest.length, headerLength(rest) + contentLength(rest));
            children.add(Arrays.copyOf(rest, length));
            at += length;
        }
        return children.toArray(byte[][]::new);
    }

    private static int headerLength(byte[] value) {
        return value.length < 2 || value[1] >= 0 ? 2 : 2 + (value[1] & 3);
    }

    private static int contentLength(byte[] value) {
        int length = value[1] >= 0 ? value[1] : 0;
        for (int i = 2; value[1] < 0 && i < headerLength(value) && i < value.length; i++) {
            length = length << 8 | value[i] & 0xff;
        }
        return length & 0xffff;
    }

    private static byte[] wrap(int tag, byte[] content) {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        if (content.length > 0xff) {
            value.write(0x82);
            value.write(content.length >> 8);
        } else if (content.length > 0x7f) {
            value.write(0x81);
        }
        value.write(content.length);
        value.writeBytes(content);
        return value.toByteArray();
    }

    private static byte[] sign(String pem, String algorithm, byte[] input) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            byte[] key = Base64.getDecoder().decode(CertifiedDevice.base64(pem));
            signature.initSign(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String quote(String text) {
        return '"' + text + '"';
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
