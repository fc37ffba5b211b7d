package dev.muster.domain.device;

/** The stage of a device. {@link CredentialStatus} says whether its credentials are accepted. */
public enum DeviceStatus {
    /** A proof has created it; it has not authenticated since. */
    PROVISIONED,
    /** It has authenticated at least once since its last proof. */
    ACTIVE,
    /** The certificate that proved it was revoked: its credentials are rejected. */
    INVALIDATED
}
