package dev.muster.domain.device;

/** Where a device is in its life. */
public enum DeviceStatus {
    /** Created, and not heard of since: its credentials were never used. */
    PROVISIONED,
    /** Has authenticated with its credentials at least once. */
    ACTIVE,
    /** The certificate that proved it was revoked: its credentials count no more. */
    INVALIDATED
}
