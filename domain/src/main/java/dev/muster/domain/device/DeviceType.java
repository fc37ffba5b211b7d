package dev.muster.domain.device;

import dev.muster.domain.shared.EnteredText;
import java.util.Arrays;
import java.util.Optional;

/** How a device reaches the platform. */
public enum DeviceType {
    /** Speaks for itself and for the peripherals behind it. */
    GATEWAY,
    /** Speaks for itself alone. */
    STANDALONE,
    /** Is heard through a gateway. */
    PERIPHERAL;

    /**
     * Reads a type as entered: case and surrounding blanks are forgiven, spelling is not, because a guessed type
     * would become a wrong device.
     */
    public static Optional<DeviceType> parse(String entered) {
        String folded = EnteredText.folded(entered);
        return Arrays.stream(values())
                .filter(type -> type.name().equals(folded))
                .findFirst();
    }
}
