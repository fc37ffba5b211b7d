package dev.muster.domain.device;

import dev.muster.domain.shared.EnteredText;
import java.util.Arrays;
import java.util.Optional;

/** How a device reaches the platform. */
public enum DeviceType {
    /** It reports for itself and for the peripherals behind it. */
    GATEWAY,
    /** It reports only for itself. */
    STANDALONE,
    /** It reports through a gateway. */
    PERIPHERAL;

    /**
     * Reads a type as entered. Ignores case and surrounding blanks, but corrects no spelling: a wrong guess would
     * create a wrong device.
     */
    public static Optional<DeviceType> parse(String entered) {
        String folded = EnteredText.folded(entered);
        return Arrays.stream(values())
                .filter(type -> type.name().equals(folded))
                .findFirst();
    }
}
