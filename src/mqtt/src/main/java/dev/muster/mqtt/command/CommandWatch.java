package dev.muster.mqtt.command;

import dev.muster.ejb.command.CommandDeliveryService;
import dev.muster.ejb.shared.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds commands for connected devices. It asks the database twice a second, so that a device gets a command within a second
 * also if another server has taken it.
 */
@ApplicationScoped
public class CommandWatch {

    /** How long one look waits after the one before, in milliseconds. */
    public static final long PAUSE_MILLIS = 500;

    /** How many devices one query names. */
    private static final int AT_ONCE = 2_000;

    private static final Logger LOG = Logger.getLogger(CommandWatch.class.getName());

    @Inject
    private CommandDeliveryService commands;

    @Inject
    private CommandReceivers receivers;

    /** Looks for all receivers once. It never throws: then nobody would look again. */
    public void look() {
        List<CommandReceiver> all = receivers.all();
        try {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                look(all.subList(from, Math.min(from + AT_ONCE, all.size())));
            }
        } catch (RuntimeException e) {
            if (!DatabaseUnavailable.causes(e)) {
                LOG.log(Level.WARNING, "Commands for devices cannot be read from the database", e);
            }
        }
    }

    private void look(List<CommandReceiver> some) {
        Map<UUID, Long> newest = commands.newest(
                some.stream().map(CommandReceiver::deviceId).distinct().toList());
        for (CommandReceiver receiver : some) {
            long number = newest.getOrDefault(receiver.deviceId(), 0L);
            if (number > 0 || receiver.isBehind()) {
                receiver.newest(number);
            }
        }
    }
}
