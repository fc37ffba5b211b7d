package dev.muster.domain.provisioning.proof;

import dev.muster.domain.trust.file.DerivedKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Issues nonces and checks them. A nonce has its expiry time, random octets, and a MAC over both and the access key
 * (HMAC-SHA256, RFC 2104). All servers of a platform have the same key, so each accepts the nonces of all, and none has
 * to store them.
 */
public final class ServerNonces {

    /** protocol.md, Provision request. */
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String USE = "muster provision nonce";

    /** 96 bits, so that no two nonces of one second are the same. */
    private static final int RANDOM_BYTES = 12;

    private static final int CONTENT_BYTES = Long.BYTES + RANDOM_BYTES;

    /** 128 bits, half of the hash (RFC 2104 section 5). */
    private static final int MAC_BYTES = 16;

    /** 36 octets fill their characters without unused bits, so each value has only one text. */
    private static final int LENGTH = (CONTENT_BYTES + MAC_BYTES) / 3 * 4;

    private final byte[] key;

    private ServerNonces(byte[] key) {
        this.key = key;
    }

    /**
     * @param masterKey {@code MUSTER_MASTER_KEY}: base64 of 32 octets
     * @throws IllegalArgumentException if it is not
     */
    public static ServerNonces withMasterKey(String masterKey) {
        return new ServerNonces(DerivedKey.of(masterKey, USE));
    }

    /**
     * A new nonce.
     *
     * @param accessKey of the request's path, as sent; known or not
     */
    public ServerNonce issue(String accessKey, Instant now, SecureRandom random) {
        long expiresAt = now.plus(LIFETIME).getEpochSecond();
        byte[] noise = new byte[RANDOM_BYTES];
        random.nextBytes(noise);
        byte[] content =
                ByteBuffer.allocate(CONTENT_BYTES).putLong(expiresAt).put(noise).array();
        byte[] nonce = ByteBuffer.allocate(CONTENT_BYTES + MAC_BYTES)
                .put(content)
                .put(mac(content, accessKey))
                .array();
        return new ServerNonce(
                Base64.getUrlEncoder().withoutPadding().encodeToString(nonce), Instant.ofEpochSecond(expiresAt));
    }

    /** Why a nonce is refused; empty if the server gave it for this access key and it has not expired. */
    public Optional<ProofRejection> check(String nonce, String accessKey, Instant now) {
        byte[] octets = decode(nonce);
        if (octets.length != CONTENT_BYTES + MAC_BYTES) {
            return Optional.of(ProofRejection.NONCE_UNKNOWN);
        }
        byte[] content = Arrays.copyOf(octets, CONTENT_BYTES);
        byte[] mac = Arrays.copyOfRange(octets, CONTENT_BYTES, octets.length);
        if (!MessageDigest.isEqual(mac, mac(content, accessKey))) {
            return Optional.of(ProofRejection.NONCE_UNKNOWN);
        }
        Instant expiresAt = Instant.ofEpochSecond(ByteBuffer.wrap(content).getLong());
        return now.isBefore(expiresAt) ? Optional.empty() : Optional.of(ProofRejection.NONCE_EXPIRED);
    }

    /** No octets if the text does not have the form of a nonce. */
    private static byte[] decode(String nonce) {
        try {
            return nonce.length() == LENGTH ? Base64.getUrlDecoder().decode(nonce) : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The content has a fixed length, so no part of it can be read as a part of the access key. */
    private byte[] mac(byte[] content, String accessKey) {
        HMac hmac = new HMac(new SHA256Digest());
        hmac.init(new KeyParameter(key));
        hmac.update(content, 0, content.length);
        byte[] name = accessKey.getBytes(StandardCharsets.UTF_8);
        hmac.update(name, 0, name.length);
        byte[] mac = new byte[hmac.getMacSize()];
        hmac.doFinal(mac, 0);
        return Arrays.copyOf(mac, MAC_BYTES);
    }
}
