package dev.muster.domain.provisioning;

import dev.muster.domain.device.DeviceStatus;

/** The state of an identifier, from a list to a device that reports. */
public enum IdentifierState {
    /** On no organization's list. */
    NOT_ENROLLED,
    /** On an organization's list; no device has proved it yet. */
    ENROLLED,
    /** A device has proved it and has credentials, but has not used them. */
    PROVISIONED,
    /** The device uses its credentials. */
    ACTIVE,
    /** The device's credentials ended with the certificate that proved it. */
    INVALIDATED;

    /** The state of an identifier whose device exists. */
    public static IdentifierState of(DeviceStatus device) {
        return switch (device) {
            case PROVISIONED -> PROVISIONED;
            case ACTIVE -> ACTIVE;
            case INVALIDATED -> INVALIDATED;
        };
    }

    /** Whether its device exists. */
    public boolean hasDevice() {
        return this == PROVISIONED || this == ACTIVE || this == INVALIDATED;
    }
}
