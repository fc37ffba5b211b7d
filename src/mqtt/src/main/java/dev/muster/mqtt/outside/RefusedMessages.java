package dev.muster.mqtt.outside;

import dev.muster.domain.shared.CountedLine;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Messages that Muster does not keep: one line of the log for many. A line never has a part of a message. */
final class RefusedMessages {

    private static final Logger LOG = Logger.getLogger(RefusedMessages.class.getName());

    private final CountedLine line = new CountedLine(System::nanoTime);

    void note(String reason) {
        line.note()
                .ifPresent(count -> LOG.log(
                        Level.INFO,
                        "Messages from the broker that are refused ({0} since this was last said), the last one: {1}",
                        new Object[] {count, reason}));
    }
}
