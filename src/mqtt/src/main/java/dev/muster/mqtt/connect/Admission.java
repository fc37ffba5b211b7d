package dev.muster.mqtt.connect;

import dev.muster.ejb.device.DeviceLogin;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device may connect.
 *
 * @param identity as whom it may send messages; null if its organization has to approve it first
 * @param response the answer to a first proof, JSON; null if it has sent none
 */
public record Admission(
        @Nullable Identity identity, @Nullable String response) {

    /**
     * Who a session belongs to.
     *
     * @param deviceId also the device's clientId
     * @param key in the names of its topics: its access key, or its clientId if it has a certificate
     * @param accessKey tells the credential from earlier and later ones; null if it was issued a moment ago
     * @param login is asked again with each message
     * @param at when it was admitted, by the database's clock. The later of two sessions of a device takes over
     */
    public record Identity(
            UUID deviceId, String key, @Nullable String accessKey, DeviceLogin login, Instant at) {}

    /** In the names of the device's topics; null if it may use none. */
    public @Nullable String key() {
        return identity == null ? null : identity.key();
    }

    @Override
    public String toString() {
        return "Admission[" + identity + "]";
    }
}
