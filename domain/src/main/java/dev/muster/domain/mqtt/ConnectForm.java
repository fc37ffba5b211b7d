package dev.muster.domain.mqtt;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a device proves who it is in its CONNECT packet (MQTT 5.0 section 3.1.3, MQTT 3.1.1 section 3.1.3). It only sorts
 * the fields: it verifies nothing.
 */
public sealed interface ConnectForm {

    /** What the user name of a first proof begins with; the certificate access key follows. */
    String PROVISION = "provision/";

    /**
     * How many bytes of UTF-8 a user name, or a user name and a password together, may have: as many as HTTP Basic
     * takes in 4,096 characters of base64, with the colon.
     */
    int MAX_LOGIN_BYTES = 3 * 1024;

    /** How many bytes a proof may have, as over HTTP (protocol.md, Provision request). */
    int MAX_PROOF_BYTES = 16 * 1024;

    /**
     * The credentials that provisioning gave the device.
     *
     * @param accessKey public; any text from a stranger, without control characters
     * @param accessToken secret; likewise, may be empty
     */
    record Credentials(String accessKey, String accessToken) implements ConnectForm {

        public Credentials {
            Objects.requireNonNull(accessKey);
            Objects.requireNonNull(accessToken);
        }

        @Override
        public String toString() {
            return "Credentials[" + accessKey + "]";
        }
    }

    /** The certificate that the device has shown in TLS, and nothing else. */
    record Certificate() implements ConnectForm {}

    /**
     * The proof of a provision request.
     *
     * @param certificateAccessKey public; any text from a stranger, without control characters, not empty
     * @param proof a compact JWS, or the JSON of the signature form or the literal form; 1 to 16,384 bytes. It may be a
     *     static secret
     */
    record FirstProof(String certificateAccessKey, byte[] proof) implements ConnectForm {

        public FirstProof {
            Objects.requireNonNull(certificateAccessKey);
            proof = proof.clone();
        }

        @Override
        public byte[] proof() {
            return proof.clone();
        }

        @Override
        public String toString() {
            return "FirstProof[" + certificateAccessKey + "]";
        }
    }

    /**
     * Reads the fields of a CONNECT packet. If a device sends a user name or a password and also shows a certificate,
     * the certificate does not count, as with HTTP Basic.
     *
     * @param userName null if the packet has none
     * @param password the bytes of the packet; null if it has none
     * @param hasCertificate whether the device has shown a certificate in TLS
     * @throws ProblemException {@code unauthenticated} if there is nothing to authenticate with, or if user name or
     *     password are missing, too long, not UTF-8 or have a control character
     * @throws ProblemException {@code malformed-request} if the user name is that of a first proof, and the certificate
     *     access key or the proof is missing
     * @throws ProblemException {@code body-too-large} if the proof is longer than {@link #MAX_PROOF_BYTES}
     */
    static ConnectForm read(@Nullable String userName, byte @Nullable [] password, boolean hasCertificate) {
        if (userName == null && password == null && hasCertificate) {
            return new Certificate();
        }
        if (userName == null || !isReadable(userName)) {
            throw unauthenticated();
        }
        return userName.startsWith(PROVISION)
                ? firstProof(userName.substring(PROVISION.length()), password)
                : credentials(userName, password);
    }

    private static FirstProof firstProof(String certificateAccessKey, byte @Nullable [] proof) {
        if (certificateAccessKey.isEmpty()) {
            throw malformed("The user name of a first proof is provision/ and the certificate access key.");
        }
        if (proof == null || proof.length == 0) {
            throw malformed("The proof is missing; send it as the password.");
        }
        if (proof.length > MAX_PROOF_BYTES) {
            throw new ProblemException(ProblemCode.BODY_TOO_LARGE, "The proof is longer than 16 KiB; send less.");
        }
        return new FirstProof(certificateAccessKey, proof);
    }

    private static Credentials credentials(String accessKey, byte @Nullable [] password) {
        if (password == null || bytes(accessKey) + 1 + password.length > MAX_LOGIN_BYTES) {
            throw unauthenticated();
        }
        return new Credentials(accessKey, text(password));
    }

    private static String text(byte[] password) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(password))
                    .toString();
            if (isReadable(text)) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // the answer is the same as to any other unreadable password
        }
        throw unauthenticated();
    }

    private static boolean isReadable(String text) {
        return bytes(text) <= MAX_LOGIN_BYTES && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemCode.MALFORMED_REQUEST, detail);
    }

    private static ProblemException unauthenticated() {
        return new ProblemException(
                ProblemCode.UNAUTHENTICATED,
                "A device authenticates with its access key and access token as user name and password, with its"
                        + " certificate, or with a proof.");
    }
}
