package dev.muster.domain.mqtt;

import dev.muster.domain.device.TelemetryKey;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.telemetry.TelemetryError;
import dev.muster.domain.telemetry.TelemetryRefusal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a PUBACK says of a message (MQTT 5.0 section 3.4.2.1). MQTT 3.1.1 has no reason in a PUBACK (section 3.4): there
 * the topic {@link DeviceTopic#ERRORS} tells why a message was refused.
 */
public enum PublishReason {
    /** Success: the message is committed. */
    ACCEPTED(0x00),
    /** Payload format invalid: the message is not JSON, or the device's model refuses it. */
    PAYLOAD_INVALID(0x99),
    /** Not authorized: the topic is not one that this device publishes. The session continues. */
    FOREIGN_TOPIC(0x87),
    /** Not authorized: the session's credential does not count any more. The session ends. */
    CREDENTIAL_ENDED(0x87),
    /** Quota exceeded: too many messages, or too many devices behind the gateway. */
    QUOTA_EXCEEDED(0x97),
    /** Unspecified error: a fault in Muster. */
    UNSPECIFIED_ERROR(0x80);

    /** DISCONNECT "Administrative action" (MQTT 5.0 section 3.14.2.1). */
    private static final int ADMINISTRATIVE_ACTION = 0x98;

    private final int code;

    PublishReason(int code) {
        this.code = code;
    }

    /**
     * The reason for a problem of a telemetry message. There is no default, so that a new code does not compile until
     * its reason is decided.
     *
     * @return empty if the database is away: the message is not acknowledged, so the device sends it again. {@link
     *     #UNSPECIFIED_ERROR} for {@code internal-error}, and for a code that no message meets
     */
    public static Optional<PublishReason> of(ProblemCode problem) {
        return switch (problem) {
            case INVALID_TELEMETRY, MALFORMED_REQUEST -> Optional.of(PAYLOAD_INVALID);
            case RATE_LIMITED, BUDGET_EXHAUSTED, QUOTA_REACHED, BODY_TOO_LARGE -> Optional.of(QUOTA_EXCEEDED);
            case UNAUTHENTICATED,
                    INVALID_PROOF,
                    INVALID_IDENTIFIER,
                    DEVICE_NOT_IMPORTED,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_EXPIRED,
                    MANUFACTURER_SUSPENDED,
                    ORGANIZATION_SUSPENDED,
                    DEVICE_INVALIDATED,
                    CREDENTIALS_SUSPENDED,
                    ALREADY_PROVISIONED,
                    PROOF_FORM_DISABLED -> Optional.of(CREDENTIAL_ENDED);
            case UNAVAILABLE -> Optional.empty();
            case INTERNAL_ERROR,
                    USE_NONCE,
                    REPLAYED_PROOF,
                    HTTPS_REQUIRED,
                    LENGTH_REQUIRED,
                    UNSUPPORTED_MEDIA_TYPE,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    SECOND_FACTOR_REQUIRED,
                    FORBIDDEN,
                    NOT_FOUND,
                    CONFLICT,
                    ROW_CHANGED,
                    VALIDATION_FAILED,
                    INVALID_FILE,
                    DRAFT_INVALID -> Optional.of(UNSPECIFIED_ERROR);
        };
    }

    /**
     * The reason string of a refusal (MQTT 5.0 section 3.4.2.2.2): the key and the code of the first error, as {@code
     * temperature: out-of-range}, or only the code. For a refusal that is not the model's: the problem code.
     *
     * @return at most 256 bytes of UTF-8, only characters that MQTT 5.0 section 1.5.4 allows
     */
    public static String text(ProblemException refusal) {
        return refusal instanceof TelemetryRefusal telemetry
                ? text(telemetry.errors().getFirst())
                : refusal.code().code();
    }

    private static String text(TelemetryError error) {
        String code = error.fault().code();
        String key = error.key();
        return key != null && isRepeatable(key) ? key + ": " + code : code;
    }

    /** A client may close the connection at a noncharacter (MQTT 5.0 section 1.5.4). */
    private static boolean isRepeatable(String key) {
        return TelemetryKey.isName(key) && key.codePoints().noneMatch(PublishReason::isNoncharacter);
    }

    /** Unicode section 23.7: U+FDD0 to U+FDEF, and the last two of each plane. */
    private static boolean isNoncharacter(int character) {
        return character >= 0xFDD0 && character <= 0xFDEF || (character & 0xFFFE) == 0xFFFE;
    }

    /** The reason code of the PUBACK. */
    public int code() {
        return code;
    }

    /** The reason code of the DISCONNECT that follows; empty if the session continues. */
    public OptionalInt disconnect() {
        return this == CREDENTIAL_ENDED ? OptionalInt.of(ADMINISTRATIVE_ACTION) : OptionalInt.empty();
    }
}
