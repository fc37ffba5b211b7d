package dev.muster.domain.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A state that a list of devices is narrowed to. A device can be in several of them at once. */
public enum DeviceState {
    /** It has proved itself, and is not invalidated. */
    JOINED,
    /** It has joined, and was heard from within the time that the operator has set. */
    REPORTING,
    /** It has joined, and was not heard from for that time. */
    SILENT,
    /** It has joined, and has not authenticated since its last proof. */
    UNHEARD,
    /** It has joined, and has a certificate of its own that expires within 30 days. */
    EXPIRING,
    /** Its organization has suspended its credentials. */
    SUSPENDED,
    /** The certificate that proved it was revoked. */
    INVALIDATED;

    /** @param name in any case, as in the address of a page */
    public static Optional<DeviceState> named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(state -> state.name().equals(wanted))
                .findFirst();
    }
}
