package dev.muster.domain.provisioning;

/** How far an imported identifier has come. Each has passed the steps before its own. */
public enum FunnelStep {
    /** On the list; no device has proved it so far. */
    IMPORTED,
    /** A device with a valid proof has tried, and was refused each time. */
    ATTEMPTED,
    /** The device exists and has not been heard of since. */
    PROVISIONED,
    /** The device has authenticated with its credentials. */
    REPORTING
}
