package dev.muster.domain.provisioning;

/** The last step that an imported identifier has reached. It has also reached every step before. */
public enum FunnelStep {
    /** No device has proved it so far. */
    IMPORTED,
    /** A device has tried with a valid proof, and each attempt was refused. */
    ATTEMPTED,
    /** The device exists and has not authenticated yet. */
    PROVISIONED,
    /** The device has authenticated with its credentials. */
    REPORTING
}
