package dev.muster.domain.transparency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the log records: each act that changes who is who, or what somebody may do. */
public enum Act {
    LOGIN,
    LOGIN_FAILED,
    LOGIN_THROTTLED,
    LOGOUT,
    SESSION_ENDED,
    PASSWORD_CHANGED,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    RECOVERY_CODES_RENEWED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    USER_CREATED,
    USER_INVITED,
    USER_CHANGED,
    USER_DISABLED,
    USER_ENABLED,
    USER_RESET,
    USER_DELETED,
    ROLE_CHANGED,
    MEMBERSHIP_ADDED,
    MEMBERSHIP_REMOVED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    ORGANIZATION_CREATED,
    ORGANIZATION_CHANGED,
    ORGANIZATION_SUSPENDED,
    ORGANIZATION_RESUMED,
    ORGANIZATION_DELETED,
    MANUFACTURER_CREATED,
    MANUFACTURER_CHANGED,
    MANUFACTURER_SUSPENDED,
    MANUFACTURER_RESUMED,
    ALLOW_LIST_CHANGED,
    IMPORT_COMMIT_BEGUN,
    IMPORT_COMMITTED,
    IMPORT_WITHDRAWN,
    CERTIFICATE_CREATED,
    CERTIFICATE_CHANGED,
    CERTIFICATE_REVOKED,
    DEVICE_CREATED,
    DEVICE_ROTATED,
    DEVICE_INVALIDATED,
    DEVICE_SUSPENDED,
    DEVICE_RESUMED,
    DEVICE_RELEASED,
    DEVICE_DELETED,
    COMMAND_SENT,
    COMMAND_WITHDRAWN,
    ENROLLMENT_DELETED,
    ROOT_REPLACED,
    ROOT_RETIRED,
    MASTER_KEY_ROTATED,
    LOG_KEY_ROTATED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name in a leaf, such as {@code user-disabled}. */
    public String code() {
        return code;
    }

    /** @param code as in a leaf */
    public static Optional<Act> named(String code) {
        return Arrays.stream(values()).filter(act -> act.code.equals(code)).findFirst();
    }
}
