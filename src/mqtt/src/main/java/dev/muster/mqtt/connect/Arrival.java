package dev.muster.mqtt.connect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device shows when it connects. Nothing is verified yet, except that the device has the key of its certificate.
 *
 * @param clientId as sent; may be empty
 * @param userName null if the packet has none
 * @param password null if the packet has none
 * @param chain DER, only the device's own certificate; empty if it has shown none
 * @param source address that the device connects from
 */
public record Arrival(
        String clientId, @Nullable String userName, byte @Nullable [] password, List<byte[]> chain, String source) {

    @Override
    public String toString() {
        return "Arrival[" + source + "]";
    }
}
