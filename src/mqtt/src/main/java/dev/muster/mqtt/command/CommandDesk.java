package dev.muster.mqtt.command;

import dev.muster.ejb.command.CommandDeliveryService;
import java.util.concurrent.Executor;

/**
 * What a connection needs to deliver commands.
 *
 * @param workers run what opens transactions; they refuse it if too much waits
 */
public record CommandDesk(CommandDeliveryService commands, CommandReceivers receivers, Executor workers) {}
