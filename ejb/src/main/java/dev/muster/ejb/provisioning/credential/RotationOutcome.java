package dev.muster.ejb.provisioning.credential;

import java.util.Locale;

/** What became of an entry of an import whose devices were to get new credentials. */
public enum RotationOutcome {
    /** Its device has new ones. */
    ROTATED,
    /** No device has come of it. */
    NOT_PROVISIONED,
    /** Its device is invalidated: new ones would not count. */
    DEVICE_INVALIDATED;

    /** As the API and files have it: {@code not-provisioned}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
