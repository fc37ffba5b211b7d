package dev.muster.domain.device;

/** Where a device is in its life. Whether its credentials count is {@link CredentialStatus}. */
public enum DeviceStatus {
    /** Created by a proof, and not heard of since. */
    PROVISIONED,
    /** Has authenticated at least once since its last proof. */
    ACTIVE,
    /** The certificate that proved it was revoked: its credentials count no more. */
    INVALIDATED
}
