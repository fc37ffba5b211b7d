package dev.muster.domain.shared.event;

import dev.muster.domain.shared.ProblemCode;
import java.util.Locale;
import java.util.Optional;

/** What can happen, as far as the security log is concerned. The documented words are in docs/logs.md. */
public enum EventKind {
    SERVER_STARTED,
    SERVER_STOPPED,

    LOGIN,
    LOGIN_FAILED(true),
    LOGIN_THROTTLED(true),
    LOGOUT,
    SESSION_BEGUN,
    SESSION_ENDED,
    SESSION_REFUSED(true),
    TENANT_SWITCHED,
    PASSWORD_CHANGED,
    PASSWORD_FORGOTTEN,
    FACTOR_ADDED,
    FACTOR_REMOVED,

    /** A right is missing, the object belongs to another tenant or does not exist, or the tenant is suspended. */
    ACCESS_REFUSED(true),
    /** A token, a certificate, a link or a device's credential that is missing, wrong, suspended or ended. */
    CREDENTIAL_REFUSED(true),
    /** What another site, or another user's page, may have sent; and a proof that is wrong or was used before. */
    FORGERY_REFUSED(true),
    REQUEST_MALFORMED(true),
    /** A rate, a quota or a size. */
    LIMIT_REACHED(true),
    /** A device has a valid proof, but is refused for a reason of its own. */
    PROVISIONING_REFUSED(true),

    TOKEN_CREATED,
    TOKEN_REVOKED,

    USER_CREATED,
    USER_CHANGED,
    USER_DELETED,
    USER_RESET,
    USER_LINK_USED,
    MEMBERSHIP_ADDED,
    MEMBERSHIP_REMOVED,

    ORGANIZATION_CREATED,
    ORGANIZATION_CHANGED,
    ORGANIZATION_DELETED,
    MANUFACTURER_CREATED,
    MANUFACTURER_CHANGED,
    MANUFACTURER_SUSPENDED,
    MANUFACTURER_RESUMED,
    ALLOW_LIST_CHANGED,
    CERTIFICATE_CREATED,
    CERTIFICATE_CHANGED,
    CERTIFICATE_REVOKED,

    DEVICE_DELETED,
    COMMAND_SENT,
    COMMAND_WITHDRAWN,
    CREDENTIALS_ROTATED,
    CREDENTIALS_SUSPENDED,
    CREDENTIALS_RESUMED,
    REPROVISIONING_CHANGED,
    IDENTIFIER_RELEASED,
    IMPORT_COMMITTED;

    private final boolean isLimited;

    EventKind() {
        this(false);
    }

    EventKind(boolean isLimited) {
        this.isLimited = isLimited;
    }

    /**
     * The event of a refusal. Without a default, so that a new code does not compile until its event is decided.
     *
     * @return empty if the refusal is a mistake of a user or a fault of the server, and no security event
     */
    public static Optional<EventKind> of(ProblemCode code) {
        return switch (code) {
            case UNAUTHENTICATED, DEVICE_INVALIDATED, CREDENTIALS_SUSPENDED, CERTIFICATE_REVOKED, CERTIFICATE_EXPIRED ->
                Optional.of(CREDENTIAL_REFUSED);
            case FORBIDDEN, NOT_FOUND, ORGANIZATION_SUSPENDED, MANUFACTURER_SUSPENDED -> Optional.of(ACCESS_REFUSED);
            case INVALID_PROOF, REPLAYED_PROOF -> Optional.of(FORGERY_REFUSED);
            case MALFORMED_REQUEST, HTTPS_REQUIRED, UNSUPPORTED_MEDIA_TYPE, LENGTH_REQUIRED, METHOD_NOT_ALLOWED ->
                Optional.of(REQUEST_MALFORMED);
            case BODY_TOO_LARGE, RATE_LIMITED, QUOTA_REACHED, BUDGET_EXHAUSTED -> Optional.of(LIMIT_REACHED);
            case DEVICE_NOT_IMPORTED, ALREADY_PROVISIONED, PROOF_FORM_DISABLED -> Optional.of(PROVISIONING_REFUSED);
            case USE_NONCE,
                    SECOND_FACTOR_REQUIRED,
                    INVALID_IDENTIFIER,
                    INVALID_TELEMETRY,
                    INVALID_FILE,
                    DRAFT_INVALID,
                    VALIDATION_FAILED,
                    CONFLICT,
                    ROW_CHANGED,
                    NOT_ACCEPTABLE,
                    UNAVAILABLE,
                    INTERNAL_ERROR -> Optional.empty();
        };
    }

    /** The word in the log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether anybody can cause it, in any number, so that not each one may take a line. */
    public boolean isLimited() {
        return isLimited;
    }
}
