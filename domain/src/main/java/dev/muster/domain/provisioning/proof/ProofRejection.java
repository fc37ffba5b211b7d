package dev.muster.domain.provisioning.proof;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.trust.path.PathFault;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a proof is rejected. The attempt keeps the reason for the manufacturer and the operator. The sender gets only
 * {@code invalid-proof}, not the reason (protocol.md, Order of the checks). The one exception: the sender learns that a
 * nonce is needed, because that depends only on the request, not on the certificate that it names.
 */
public enum ProofRejection {
    UNKNOWN_ACCESS_KEY,
    /** A proof with a device's own certificate under a PROOF certificate, or a proof without one under a DEVICE_CA. */
    PROOF_NOT_OF_PURPOSE,
    /** The DEVICE_CA has not issued the device's certificate, or the path to it is not valid. */
    DEVICE_CERTIFICATE_REFUSED,
    /** The device's certificate says that it is a CA's. */
    DEVICE_CERTIFICATE_OF_CA,
    /** The keyUsage of the device's certificate is missing, lacks digitalSignature, or has keyCertSign or cRLSign. */
    DEVICE_CERTIFICATE_KEY_USAGE,
    /** The extendedKeyUsage of the device's certificate is missing, lacks clientAuth, or has anyExtendedKeyUsage. */
    DEVICE_CERTIFICATE_CLIENT_AUTH,
    /** The subject of the device's certificate has several serialNumbers or, without one, several CNs. */
    DEVICE_CERTIFICATE_NAMES,
    /** The device's certificate is not X.509 version 3 in strict DER, or one of its extensions is not strict DER. */
    DEVICE_CERTIFICATE_UNREADABLE,
    DEVICE_CERTIFICATE_EXPIRED,
    DEVICE_CERTIFICATE_NOT_YET_VALID,
    /** A request by TLS certificate without a certificate: none was shown, or a proxy's header cannot be read. */
    NO_CERTIFICATE_SHOWN,
    /** The certificate that was shown in TLS is the manufacturer's, not a device's. */
    NO_DEVICE_CERTIFICATE,
    /** The body has more than one form of proof. */
    SEVERAL_PROOFS,
    /** The proof has no times and no nonce. */
    NONCE_NEEDED,
    /** The server has not given this nonce, or not for this access key. */
    NONCE_UNKNOWN,
    /** The nonce of the server has expired. */
    NONCE_EXPIRED,
    /** The algorithm is missing, {@code none}, or not an accepted one. */
    ALGORITHM_NOT_ACCEPTED,
    /** The algorithm is accepted, but does not belong to the certificate's key. */
    ALGORITHM_NOT_OF_KEY,
    WRONG_TYPE,
    /** A header member contains a key or asks for special treatment. */
    HEADER_MEMBER_REFUSED,
    /** The certificate's key makes no bare signature of this form. */
    SIGNATURE_NOT_OF_KEY,
    BAD_SIGNATURE,
    /** The literal proof is not as long as the certificate's key, or that key is not RSA. */
    ENCRYPTION_NOT_OF_KEY,
    /** The certificate's key recovers no message from the literal proof. */
    BAD_ENCRYPTION,
    WRONG_ISSUER,
    /** {@code sub} or the identifier in the device's certificate differs from the body's identifier. */
    WRONG_SUBJECT,
    WRONG_AUDIENCE,
    /** The access token's hash is wrong, or the proof has one although it has a device's certificate. */
    WRONG_TOKEN_HASH,
    /** {@code jti}, or the nonce of a bare signature, is missing, too short, too long or not printable. */
    UNUSABLE_PROOF_ID,
    /** {@code iat}, {@code exp}, {@code nbf} or {@code timestamp} is missing or not a time. */
    UNUSABLE_TIMES,
    /** {@code exp} is not after {@code iat}, or more than five minutes after it. */
    WRONG_LIFETIME,
    /** {@code iat}, {@code exp}, {@code nbf} or {@code timestamp} would be right in milliseconds or a finer unit. */
    TIMES_NOT_IN_SECONDS,
    NOT_YET_VALID,
    EXPIRED;

    /** This rejection if a check failed; empty if the check passed. */
    public Optional<ProofRejection> unless(boolean right) {
        return right ? Optional.empty() : Optional.of(this);
    }

    /** The name of a fault of the device's own certificate in the attempt. */
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

    /** The rejection with this name; empty for any other text, such as a sentence. */
    public static Optional<ProofRejection> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    /** For the people who issue device certificates: what is wrong and what to do; empty for other rejections. */
    public Optional<String> deviceCertificateAdvice() {
        return Optional.ofNullable(
                switch (this) {
                    case NO_DEVICE_CERTIFICATE ->
                        "The certificate that was shown in TLS is the manufacturer's, not a device's. Show one that a"
                                + " DEVICE_CA has issued to a device.";
                    case DEVICE_CERTIFICATE_OF_CA ->
                        "The device's certificate is a CA's: its basicConstraints say cA. Issue it without cA.";
                    case DEVICE_CERTIFICATE_KEY_USAGE ->
                        "The device's certificate has no keyUsage or a wrong one. Issue it with keyUsage digitalSignature and"
                                + " without keyCertSign and cRLSign.";
                    case DEVICE_CERTIFICATE_CLIENT_AUTH ->
                        "The device's certificate has no extendedKeyUsage or a wrong one. Issue it with extendedKeyUsage"
                                + " clientAuth and without anyExtendedKeyUsage.";
                    case DEVICE_CERTIFICATE_NAMES ->
                        "The subject of the device's certificate has more than one serialNumber or, without one, more than"
                                + " one CN. Issue it with one serialNumber.";
                    case DEVICE_CERTIFICATE_UNREADABLE ->
                        "The device's certificate is not X.509 version 3 in strict DER. Check it with openssl asn1parse and"
                                + " openssl x509 -text.";
                    case DEVICE_CERTIFICATE_EXPIRED ->
                        "The device's certificate has expired. Issue another one to the device.";
                    case DEVICE_CERTIFICATE_NOT_YET_VALID ->
                        "The device's certificate is not valid yet. Compare its notBefore with the clock of its issuer.";
                    default -> null;
                });
    }

    /** The problem code in the answer. */
    public ProblemCode code() {
        return switch (this) {
            case NONCE_NEEDED, NONCE_UNKNOWN, NONCE_EXPIRED -> ProblemCode.USE_NONCE;
            default -> ProblemCode.INVALID_PROOF;
        };
    }
}
