package dev.muster.mqtt.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The receivers of this server. A device that connects again may have two for a moment. */
@ApplicationScoped
public class CommandReceivers {

    private final Set<CommandReceiver> open = ConcurrentHashMap.newKeySet();

    public void add(CommandReceiver receiver) {
        open.add(receiver);
    }

    public void remove(CommandReceiver receiver) {
        open.remove(receiver);
    }

    /** All receivers at this moment. */
    public List<CommandReceiver> all() {
        return List.copyOf(open);
    }
}
