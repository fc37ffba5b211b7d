package dev.muster.ejb.command;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A command that this server is to send over a broker outside.
 *
 * @param keys in the names of the device's topics, at least one: its clientId, its access key, or both in this order. It subscribes by the
 *     one with which it has logged in
 * @param message what the device gets, JSON
 * @param expiry how long the command still counts
 */
public record OutgoingCommand(UUID id, UUID deviceId, List<String> keys, String message, Duration expiry) {

    @Override
    public String toString() {
        return "OutgoingCommand[" + id + "]";
    }
}
