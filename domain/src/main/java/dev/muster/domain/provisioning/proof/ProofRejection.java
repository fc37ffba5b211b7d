package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.trust.path.PathFault;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a proof is not believed. Kept with the attempt, for the manufacturer and the operator; the sender is told
 * {@code invalid-proof} and never which of these it was (protocol.md, Order of the checks). Only that a nonce is needed is
 * told, because the request alone shows it, whatever certificate it names.
 */
public enum ProofRejection {
    UNKNOWN_ACCESS_KEY,
    /** A proof by the device's own certificate under a PROOF certificate, or one without under a DEVICE_CA. */
    PROOF_NOT_OF_PURPOSE,
    /** The device's certificate is not one that the DEVICE_CA has given to a device, or not any more. */
    DEVICE_CERTIFICATE_REFUSED,
    /** The device's certificate says that it is an authority's. */
    DEVICE_CERTIFICATE_OF_CA,
    /** The device's certificate has no keyUsage, or one without digitalSignature, or with keyCertSign or cRLSign. */
    DEVICE_CERTIFICATE_KEY_USAGE,
    /** The device's certificate has no extendedKeyUsage, or one without clientAuth, or with anyExtendedKeyUsage. */
    DEVICE_CERTIFICATE_CLIENT_AUTH,
    /** The subject of the device's certificate has several serialNumbers or, without one, several CNs. */
    DEVICE_CERTIFICATE_NAMES,
    /** The device's certificate is no X.509 version 3 in strict DER, or an extension in it is not. */
    DEVICE_CERTIFICATE_UNREADABLE,
    DEVICE_CERTIFICATE_EXPIRED,
    DEVICE_CERTIFICATE_NOT_YET_VALID,
    /** A request by TLS certificate without one: none was shown, or a proxy's header cannot be read. */
    NO_CERTIFICATE_SHOWN,
    /** What was shown in TLS is a certificate of the manufacturer's, and no device's. */
    NO_DEVICE_CERTIFICATE,
    /** The body has more than one form of proof. */
    SEVERAL_PROOFS,
    /** No times and no nonce. */
    NONCE_NEEDED,
    /** A nonce in place of times that the server has not given, or not for this access key. */
    NONCE_UNKNOWN,
    /** A nonce of the server's whose time is over. */
    NONCE_EXPIRED,
    /** No algorithm, {@code none}, or one that is not accepted. */
    ALGORITHM_NOT_ACCEPTED,
    /** An accepted algorithm, but not of the certificate's key. */
    ALGORITHM_NOT_OF_KEY,
    WRONG_TYPE,
    /** A header member that brings a key or asks for special treatment. */
    HEADER_MEMBER_REFUSED,
    /** A bare signature that has not the form of those that the certificate's key makes. */
    SIGNATURE_NOT_OF_KEY,
    BAD_SIGNATURE,
    /** A literal proof whose length is not the key's, or whose certificate has no RSA key. */
    ENCRYPTION_NOT_OF_KEY,
    /** A literal proof in which no message is found with the certificate's key. */
    BAD_ENCRYPTION,
    WRONG_ISSUER,
    /** {@code sub}, or the identifier in the device's certificate, is not the body's. */
    WRONG_SUBJECT,
    WRONG_AUDIENCE,
    /** The access token's hash is wrong, or comes with a device's certificate, where there is no token. */
    WRONG_TOKEN_HASH,
    /** {@code jti}, or the nonce of a bare signature, is missing, too short, too long or not printable. */
    UNUSABLE_PROOF_ID,
    /** {@code iat}, {@code exp}, {@code nbf} or {@code timestamp} is missing or no time. */
    UNUSABLE_TIMES,
    /** {@code exp} is not after {@code iat}, or more than five minutes after. */
    WRONG_LIFETIME,
    /** {@code iat}, {@code exp}, {@code nbf} or {@code timestamp} would be right in milliseconds or a finer unit. */
    TIMES_NOT_IN_SECONDS,
    NOT_YET_VALID,
    EXPIRED;

    /** What a fault of the device's own certificate is called in the attempt. */
    public static ProofRejection ofDeviceCertificate(PathFault fault) {
        return switch (fault) {
            case LEAF_IS_CA -> DEVICE_CERTIFICATE_OF_CA;
            case LEAF_KEY_USAGE -> DEVICE_CERTIFICATE_KEY_USAGE;
            case LEAF_EXTENDED_KEY_USAGE -> DEVICE_CERTIFICATE_CLIENT_AUTH;
            case AMBIGUOUS_SUBJECT -> DEVICE_CERTIFICATE_NAMES;
            case MALFORMED,
                    VERSION,
                    SERIAL_NUMBER,
                    UNIQUE_ID,
                    EMPTY_NAME,
                    TIME_FORMAT,
                    DUPLICATE_EXTENSION,
                    EXTENSION -> DEVICE_CERTIFICATE_UNREADABLE;
            case EXPIRED -> DEVICE_CERTIFICATE_EXPIRED;
            case NOT_YET_VALID -> DEVICE_CERTIFICATE_NOT_YET_VALID;
            default -> DEVICE_CERTIFICATE_REFUSED;
        };
    }

    /** The one with this name; empty for any other text, such as a sentence. */
    public static Optional<ProofRejection> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    /** What is wrong with a certificate that is no device's, and what to do; for whoever makes such certificates. */
    public Optional<String> deviceCertificateAdvice() {
        return Optional.ofNullable(
                switch (this) {
                    case NO_DEVICE_CERTIFICATE ->
                        "The certificate that was shown in TLS is the manufacturer's own, and no device's. Show one that a"
                                + " DEVICE_CA has given to a device.";
                    case DEVICE_CERTIFICATE_OF_CA ->
                        "The device's certificate is one of an authority: its basicConstraints say cA. Issue it without.";
                    case DEVICE_CERTIFICATE_KEY_USAGE ->
                        "The device's certificate has no keyUsage, or a wrong one. Issue it with keyUsage digitalSignature, and"
                                + " without keyCertSign and cRLSign.";
                    case DEVICE_CERTIFICATE_CLIENT_AUTH ->
                        "The device's certificate has no extendedKeyUsage, or a wrong one. Issue it with extendedKeyUsage"
                                + " clientAuth, and without anyExtendedKeyUsage.";
                    case DEVICE_CERTIFICATE_NAMES ->
                        "The subject of the device's certificate has more than one serialNumber or, without one, more than"
                                + " one CN. Issue it with one serialNumber.";
                    case DEVICE_CERTIFICATE_UNREADABLE ->
                        "The device's certificate is no X.509 version 3 in strict DER. Check it with openssl asn1parse and"
                                + " openssl x509 -text.";
                    case DEVICE_CERTIFICATE_EXPIRED ->
                        "The device's certificate has expired. Give the device another one.";
                    case DEVICE_CERTIFICATE_NOT_YET_VALID ->
                        "The device's certificate is not valid yet. Compare its notBefore with the clock of who issued it.";
                    default -> null;
                });
    }

    /** What the sender is told. */
    public ProblemCode code() {
        return switch (this) {
            case NONCE_NEEDED, NONCE_UNKNOWN, NONCE_EXPIRED -> ProblemCode.USE_NONCE;
            default -> ProblemCode.INVALID_PROOF;
        };
    }
}
