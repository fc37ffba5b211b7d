package dev.muster.domain.mqtt;

import dev.muster.domain.shared.ProblemCode;

/**
 * How a CONNACK refuses a connection: the reason code of MQTT 5.0 (section 3.2.2.2) and the return code of MQTT 3.1.1
 * (section 3.2.2.3, the same as in MQTT 3.1).
 */
public enum ConnectRefusal {
    /** What the device sent is unreadable or wrong. */
    BAD_USER_NAME_OR_PASSWORD(0x86, 4),
    /** What the device sent is right, or its certificate is, and it may not connect. */
    NOT_AUTHORIZED(0x87, 5),
    SERVER_UNAVAILABLE(0x88, 3),
    /** The proof is too long. */
    PACKET_TOO_LARGE(0x95, 4),
    /** An amount is used up: the device limit of the certificate, or the quota of the organization. */
    QUOTA_EXCEEDED(0x97, 5),
    /** Too many connections at this time: the limit ends by itself. */
    CONNECTION_RATE_EXCEEDED(0x9F, 3),
    /** A fault in Muster. */
    UNSPECIFIED_ERROR(0x80, 3);

    private final int reasonCode;
    private final int returnCode;

    ConnectRefusal(int reasonCode, int returnCode) {
        this.reasonCode = reasonCode;
        this.returnCode = returnCode;
    }

    /**
     * The refusal for a problem. There is no default, so that a new code does not compile until its refusal is decided.
     *
     * @return {@link #UNSPECIFIED_ERROR} for {@code internal-error}, and for a code that no CONNECT meets: such a code
     *     is a fault in Muster, too
     */
    public static ConnectRefusal of(ProblemCode code) {
        return switch (code) {
            case MALFORMED_REQUEST, INVALID_PROOF, USE_NONCE, UNAUTHENTICATED, INVALID_IDENTIFIER, VALIDATION_FAILED ->
                BAD_USER_NAME_OR_PASSWORD;
            case DEVICE_NOT_IMPORTED,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_EXPIRED,
                    MANUFACTURER_SUSPENDED,
                    ORGANIZATION_SUSPENDED,
                    DEVICE_INVALIDATED,
                    CREDENTIALS_SUSPENDED,
                    REPLAYED_PROOF,
                    ALREADY_PROVISIONED,
                    PROOF_FORM_DISABLED,
                    FORBIDDEN -> NOT_AUTHORIZED;
            case BUDGET_EXHAUSTED, QUOTA_REACHED -> QUOTA_EXCEEDED;
            case BODY_TOO_LARGE -> PACKET_TOO_LARGE;
            case RATE_LIMITED -> CONNECTION_RATE_EXCEEDED;
            case UNAVAILABLE -> SERVER_UNAVAILABLE;
            case INTERNAL_ERROR,
                    HTTPS_REQUIRED,
                    LENGTH_REQUIRED,
                    UNSUPPORTED_MEDIA_TYPE,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    INVALID_TELEMETRY,
                    SECOND_FACTOR_REQUIRED,
                    NOT_FOUND,
                    CONFLICT,
                    ROW_CHANGED,
                    INVALID_FILE,
                    DRAFT_INVALID -> UNSPECIFIED_ERROR;
        };
    }

    /** The reason code of MQTT 5.0 section 3.2.2.2, at least 0x80. */
    public int reasonCode() {
        return reasonCode;
    }

    /** The return code of MQTT 3.1.1 section 3.2.2.3: 3 (unavailable), 4 (bad credentials) or 5 (not authorized). */
    public int returnCode() {
        return returnCode;
    }
}
