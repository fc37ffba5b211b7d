package dev.muster.ejb.command;

import java.time.Duration;
import java.util.UUID;

/**
 * A command that this server is to send over a broker outside.
 *
 * @param key in the names of the device's topics: its access key, or its clientId if it has a certificate
 * @param message what the device gets, JSON
 * @param expiry how long the command still counts
 */
public record OutgoingCommand(UUID id, UUID deviceId, String key, String message, Duration expiry) {

    @Override
    public String toString() {
        return "OutgoingCommand[" + id + "]";
    }
}
