package dev.muster.domain.trust.path;

import dev.muster.domain.trust.key.OutsideKeyPolicy;

/**
 * Why a device's certificate is not believed: found by {@link CertificatePathValidator}. Kept with the attempt; a
 * stranger is never told which it was.
 */
public enum PathFault {
    /** No certificate, or more than four. */
    CHAIN_LENGTH,
    /** More than 16 KiB of certificates. */
    CHAIN_SIZE,
    /** No certificate in DER, or with something around it. */
    MALFORMED,
    /** Version 1 or 2. */
    VERSION,
    /** Zero, negative, or of more than 20 octets. */
    SERIAL_NUMBER,
    /** The issuer's or the subject's unique identifier, which nobody uses since names are not used again. */
    UNIQUE_ID,
    /** An empty issuer, or an authority without a subject. */
    EMPTY_NAME,
    /** A time that is not written as RFC 5280 wants. */
    TIME_FORMAT,
    /** The certificate names one signature algorithm inside and another outside. */
    ALGORITHM_MISMATCH,
    /** A signature algorithm that is not accepted, such as one with SHA-1, or with parameters that it does not have. */
    SIGNATURE_ALGORITHM,
    /** A key that {@link OutsideKeyPolicy} refuses, or an issuer's key that no signature is verified with. */
    KEY,
    /** The same extension twice. */
    DUPLICATE_EXTENSION,
    /** An extension whose value is not DER of its type. */
    EXTENSION,
    /** A critical extension that is not processed here. */
    UNKNOWN_CRITICAL_EXTENSION,
    /** An authority's extension that must be critical and is not. */
    NOT_CRITICAL,
    /** The device's certificate is one of an authority. */
    LEAF_IS_CA,
    /** The device's key may not sign, or may sign certificates or revocation lists, or nothing is said of it. */
    LEAF_KEY_USAGE,
    /** The device's certificate is not for client authentication, or for anything. */
    LEAF_EXTENDED_KEY_USAGE,
    /** The subject has several serial numbers or, without one, several common names. */
    AMBIGUOUS_SUBJECT,
    /** An issuer that is no authority. */
    ISSUER_NOT_CA,
    /** An issuer whose key may not sign certificates. */
    ISSUER_KEY_USAGE,
    /** An issuer that may not issue for client authentication. */
    ISSUER_EXTENDED_KEY_USAGE,
    /** The issuer's key has not signed it. */
    SIGNATURE,
    /** It names another issuer. */
    NAME_CHAINING,
    /** It names another key, or another certificate, of the issuer. */
    KEY_IDENTIFIER,
    /** More authorities follow an authority than it allows; or such a limit where there is no authority. */
    PATH_LENGTH,
    /** A name that an authority above may not give out, or constraints in a certificate that has nothing to constrain. */
    NAME_CONSTRAINTS,
    /** A policy that is required and is not there. */
    POLICY,
    /** Its validity has not begun. */
    NOT_YET_VALID,
    /** Its validity is over. */
    EXPIRED,
    /** The algorithm of RFC 5280 section 6 refuses it for another reason. */
    PATH;

    /** Stops the reading of a certificate with this fault if something is not right about it. */
    static void require(boolean right, PathFault fault) throws Thrown {
        if (!right) {
            throw new Thrown(fault);
        }
    }

    /** Stops the reading of a certificate. It becomes a {@link PathVerdict.Refused} before it leaves this package. */
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
