package dev.muster.domain.provisioning;

import dev.muster.domain.device.DeviceStatus;

/** How far an identifier has come on its way from a list to a device that reports. */
public enum IdentifierState {
    /** On no organization's list. */
    NOT_ENROLLED,
    /** On an organization's list; no proof has come yet. */
    ENROLLED,
    /** A proof has come; the device has its credentials and has not used them. */
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

    /** Whether a device came of it. */
    public boolean hasDevice() {
        return this == PROVISIONED || this == ACTIVE || this == INVALIDATED;
    }
}
