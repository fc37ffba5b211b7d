package dev.muster.domain.device;

import dev.muster.domain.shared.EnteredText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search for devices of an organization. A member that is {@code null} matches all devices.
 *
 * @param text the unique identifier in any spelling, or a part of it or of the name, ignoring case; blank for all
 * @param status of the device
 * @param credentialStatus of the device's credentials
 * @param type of the device
 * @param manufacturerId of the device's manufacturer
 * @param importId the import that enrolled the device
 * @param identifier the whole unique identifier in any spelling; blank for all
 * @param state of the device
 * @param modelId the device's data model
 * @param certificateId the manufacturer's certificate that proved the device
 * @param applicationId an application that the device belongs to
 */
public record DeviceFilter(
        @Nullable String text,
        @Nullable DeviceStatus status,
        @Nullable CredentialStatus credentialStatus,
        @Nullable DeviceType type,
        @Nullable UUID manufacturerId,
        @Nullable UUID importId,
        @Nullable String identifier,
        @Nullable DeviceState state,
        @Nullable UUID modelId,
        @Nullable UUID certificateId,
        @Nullable UUID applicationId) {

    public static final DeviceFilter ALL =
            new DeviceFilter(null, null, null, null, null, null, null, null, null, null, null);

    public DeviceFilter {
        text = EnteredText.orNull(text);
        identifier = EnteredText.orNull(identifier);
    }

    /** All devices with this text. */
    public static DeviceFilter of(String text) {
        return new DeviceFilter(text, null, null, null, null, null, null, null, null, null, null);
    }

    /** All devices of this application. */
    public static DeviceFilter ofApplication(UUID id) {
        return new DeviceFilter(null, null, null, null, null, null, null, null, null, null, id);
    }

    /** The devices of an application in this state. */
    public static DeviceFilter ofApplication(UUID id, @Nullable DeviceState state) {
        return new DeviceFilter(null, null, null, null, null, null, null, state, null, null, id);
    }

    /** Whether the search leaves any device out. */
    public boolean isNarrow() {
        return !equals(ALL);
    }
}
