package dev.muster.ejb.command;

import dev.muster.domain.command.DeviceCommand;
import java.util.UUID;

/**
 * A command that is to be sent now.
 *
 * @param number higher than that of each command that was sent to the device before
 * @param message what the device gets, JSON
 */
public record WaitingCommand(UUID id, long number, String message) {

    static WaitingCommand of(DeviceCommand command) {
        return new WaitingCommand(command.id(), command.number(), command.message());
    }

    @Override
    public String toString() {
        return "WaitingCommand[" + id + "]";
    }
}
