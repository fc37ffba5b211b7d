package dev.muster.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * A passkey and the browser before it, written from the recommendation (Web Authentication Level 3, sections 5.8.1 and 6)
 * and without the library of the server, so that both cannot be wrong in the same way. What a hostile one could change is
 * a field.
 */
final class SoftAuthenticator {

    /** The algorithms that Muster offers. */
    enum Kind {
        ES256("EC", 256, "SHA256withECDSA"),
        EDDSA("Ed25519", 255, "Ed25519"),
        RS256("RSA", 2_048, "SHA256withRSA");

        private final String algorithm;
        private final int size;
        private final String signature;

        Kind(String algorithm, int size, String signature) {
            this.algorithm = algorithm;
            this.size = size;
            this.signature = signature;
        }
    }

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final Kind kind;
    private final KeyPair keys;
    private final byte[] id = new byte[32];

    String origin;
    String party = "localhost";
    String challenge;
    boolean isVerified = true;
    boolean isPresent = true;
    boolean isEmbedded;
    int count;
    String userHandle;

    SoftAuthenticator(Kind kind, String origin) {
        this.kind = kind;
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.algorithm);
            if (kind != Kind.EDDSA) {
                generator.initialize(kind.size);
            }
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the page's script sends after a passkey was made. */
    JsonObject create(JsonObject options, String name) {
        userHandle = options.getJsonObject("user").getString("id");
        byte[] attestation = Cbor.map(
                "fmt", Cbor.text("none"), "attStmt", Cbor.map(), "authData", Cbor.octets(authenticatorData(true)));
        return Json.createObjectBuilder()
                .add("name", name)
                .add("clientData", base64(clientData("webauthn.create", options)))
                .add("attestationObject", base64(attestation))
                .build();
    }

    /** What the page's script sends after the passkey has signed. */
    JsonObject sign(JsonObject options) {
        byte[] client = clientData("webauthn.get", options);
        byte[] data = authenticatorData(false);
        return Json.createObjectBuilder()
                .add("id", base64(id))
                .add("userHandle", userHandle)
                .add("clientData", base64(client))
                .add("authenticatorData", base64(data))
                .add("signature", base64(signature(data, client)))
                .add("next", "/account/profile.xhtml")
                .build();
    }

    private byte[] clientData(String type, JsonObject options) {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("challenge", challenge == null ? options.getString("challenge") : challenge)
                .add("origin", origin)
                .add("crossOrigin", isEmbedded)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(boolean isNew) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(sha256(party.getBytes(StandardCharsets.UTF_8)));
        data.write((isPresent ? PRESENT : 0) | (isVerified ? VERIFIED : 0) | (isNew ? ATTESTED : 0));
        data.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
        if (isNew) {
            data.writeBytes(new byte[16]);
            data.writeBytes(
                    ByteBuffer.allocate(Short.BYTES).putShort((short) id.length).array());
            data.writeBytes(id);
            data.writeBytes(coseKey());
        }
        return data.toByteArray();
    }

    /** RFC 9053, sections 7.1 and 7.2, and RFC 8230, section 4. */
    private byte[] coseKey() {
        return switch (kind) {
            case ES256 -> {
                ECPublicKey key = (ECPublicKey) keys.getPublic();
                yield Cbor.numbered(
                        1,
                        Cbor.number(2),
                        3,
                        Cbor.number(-7),
                        -1,
                        Cbor.number(1),
                        -2,
                        Cbor.octets(unsigned(key.getW().getAffineX(), 32)),
                        -3,
                        Cbor.octets(unsigned(key.getW().getAffineY(), 32)));
            }
            case EDDSA ->
                Cbor.numbered(1, Cbor.number(1), 3, Cbor.number(-8), -1, Cbor.number(6), -2, Cbor.octets(point()));
            case RS256 -> {
                RSAPublicKey key = (RSAPublicKey) keys.getPublic();
                yield Cbor.numbered(
                        1,
                        Cbor.number(3),
                        3,
                        Cbor.number(-257),
                        -1,
                        Cbor.octets(unsigned(key.getModulus(), 256)),
                        -2,
                        Cbor.octets(unsigned(key.getPublicExponent(), 3)));
            }
        };
    }

    /** RFC 8410 section 4: the last 32 octets of the key's document are the point. */
    private byte[] point() {
        byte[] document = ((EdECPublicKey) keys.getPublic()).getEncoded();
        return Arrays.copyOfRange(document, document.length - 32, document.length);
    }

    private byte[] signature(byte[] data, byte[] client) {
        try {
            Signature signature = Signature.getInstance(kind.signature);
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] octets = number.toByteArray();
        byte[] fixed = new byte[length];
        int taken = Math.min(octets.length, length);
        System.arraycopy(octets, octets.length - taken, fixed, length - taken, taken);
        return fixed;
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** The few kinds of values that an authenticator writes (RFC 8949). */
    private static final class Cbor {

        static byte[] text(String text) {
            return with(head(3, text.length()), text.getBytes(StandardCharsets.US_ASCII));
        }

        static byte[] octets(byte[] octets) {
            return with(head(2, octets.length), octets);
        }

        static byte[] number(int number) {
            return number < 0 ? head(1, -1 - number) : head(0, number);
        }

        static byte[] map(Object... entries) {
            byte[] map = head(5, entries.length / 2);
            for (int i = 0; i < entries.length; i += 2) {
                map = with(with(map, text((String) entries[i])), (byte[]) entries[i + 1]);
            }
            return map;
        }

        static byte[] numbered(Object... entries) {
            byte[] map = head(5, entries.length / 2);
            for (int i = 0; i < entries.length; i += 2) {
                map = with(with(map, number((Integer) entries[i])), (byte[]) entries[i + 1]);
            }
            return map;
        }

        private static byte[] head(int major, int value) {
            int type = major << 5;
            if (value < 24) {
                return new byte[] {(byte) (type | value)};
            }
            return value < 256
                    ? new byte[] {(byte) (type | 24), (byte) value}
                    : new byte[] {(byte) (type | 25), (byte) (value >> 8), (byte) value};
        }

        private static byte[] with(byte[] one, byte[] other) {
            byte[] both = Arrays.copyOf(one, one.length + other.length);
            System.arraycopy(other, 0, both, one.length, other.length);
            return both;
        }
    }
}
