package dev.muster.domain.trust.path;

import dev.muster.domain.trust.key.OutsideKeyPolicy;

/**
 * Why {@link CertificatePathValidator} refuses a device's certificate. The attempt stores the fault. A stranger never
 * learns which fault it was.
 */
public enum PathFault {
    /** No certificate, or more than four. */
    CHAIN_LENGTH,
    /** More than 16 KiB of certificates. */
    CHAIN_SIZE,
    /** The bytes are not a certificate in DER, or there are other bytes before or after it. */
    MALFORMED,
    /** Version 1 or 2. */
    VERSION,
    /** Zero, negative, or of more than 20 octets. */
    SERIAL_NUMBER,
    /** An issuer's or subject's unique identifier. It is needed only if names are used again, which they are not. */
    UNIQUE_ID,
    /** An empty issuer, or an authority without a subject. */
    EMPTY_NAME,
    /** A time is not in the form that RFC 5280 demands. */
    TIME_FORMAT,
    /** The certificate names one signature algorithm inside and another outside. */
    ALGORITHM_MISMATCH,
    /** A signature algorithm is not accepted, for example because of SHA-1, or has parameters that it must not have. */
    SIGNATURE_ALGORITHM,
    /** A key that {@link OutsideKeyPolicy} refuses, or an issuer's key of a kind that is not accepted. */
    KEY,
    /** The same extension twice. */
    DUPLICATE_EXTENSION,
    /** An extension whose value is not DER of its type. */
    EXTENSION,
    /** A critical extension that the validation does not process. */
    UNKNOWN_CRITICAL_EXTENSION,
    /** An authority's extension is not critical, but must be. */
    NOT_CRITICAL,
    /** The device's certificate is an authority's. */
    LEAF_IS_CA,
    /** The device's key may not sign, or may sign certificates or revocation lists; or its usage is missing. */
    LEAF_KEY_USAGE,
    /** The device's certificate is not for client authentication, or is for any purpose. */
    LEAF_EXTENDED_KEY_USAGE,
    /** The subject has several serial numbers; or it has none, and several common names. */
    AMBIGUOUS_SUBJECT,
    /** An issuer that is no authority. */
    ISSUER_NOT_CA,
    /** An issuer whose key may not sign certificates. */
    ISSUER_KEY_USAGE,
    /** An issuer that may not issue for client authentication. */
    ISSUER_EXTENDED_KEY_USAGE,
    /** The issuer's key has not signed the certificate. */
    SIGNATURE,
    /** The certificate names another issuer. */
    NAME_CHAINING,
    /** The certificate names another key, or another certificate, of its issuer. */
    KEY_IDENTIFIER,
    /** More authorities follow an authority than it allows; or the device's certificate has such a limit. */
    PATH_LENGTH,
    /** A name that an authority above may not give out; or the device's certificate has name constraints. */
    NAME_CONSTRAINTS,
    /** A required policy is missing. */
    POLICY,
    /** The certificate's validity has not begun. */
    NOT_YET_VALID,
    /** The certificate's validity is over. */
    EXPIRED,
    /** The algorithm of RFC 5280 section 6 refuses the path for another reason. */
    PATH;

    /** @throws Thrown with this fault, if the condition is not right */
    static void require(boolean right, PathFault fault) throws Thrown {
        if (!right) {
            throw new Thrown(fault);
        }
    }

    /** Stops the work on a certificate. It becomes a {@link PathVerdict.Refused} before it leaves this package. */
    static final class Thrown extends Exception {

        private final PathFault fault;

        /** Has no stack trace: such a fault is no error of the server, and a stranger may cause any number of them. */
        Thrown(PathFault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }

        PathFault fault() {
            return fault;
        }
    }
}
