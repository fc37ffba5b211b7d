package dev.muster.ejb.command;

import dev.muster.domain.command.CommandState;
import dev.muster.domain.command.DeviceCommand;
import java.time.Instant;
import java.util.UUID;

/** A command with its state at the moment of the question. */
public record SentCommand(DeviceCommand command, CommandState state) {

    static SentCommand of(DeviceCommand command, Instant now) {
        return new SentCommand(command, command.state(now));
    }

    /** Of the command. */
    public UUID id() {
        return command.id();
    }
}
