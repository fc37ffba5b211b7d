package dev.muster.ejb.provisioning.credential;

import java.util.Locale;

/** The outcome for an entry of an import when its devices get new credentials. */
public enum RotationOutcome {
    /** Its device has new credentials. */
    ROTATED,
    /** It has no device. */
    NOT_PROVISIONED,
    /** Its device is invalidated: new credentials would not be valid. */
    DEVICE_INVALIDATED;

    /** The code in the API and in files, such as {@code not-provisioned}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
