package dev.muster.domain.provisioning;

/** The last step that an imported identifier has reached. */
public enum FunnelStep {
    /** No device has proved it so far. */
    IMPORTED,
    /** A device with a valid proof was refused, once or more. */
    ATTEMPTED,
    /** The device exists and has not authenticated yet. */
    PROVISIONED,
    /** The device has authenticated with its credentials. */
    REPORTING
}
