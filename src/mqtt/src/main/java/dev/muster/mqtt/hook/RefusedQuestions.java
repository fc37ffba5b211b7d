package dev.muster.mqtt.hook;

import dev.muster.domain.shared.CountedLine;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Requests that no broker sends: one line of the log for many. */
final class RefusedQuestions {

    private static final Logger LOG = Logger.getLogger(RefusedQuestions.class.getName());

    private static final CountedLine LINE = new CountedLine(System::nanoTime);

    private RefusedQuestions() {}

    /** @param reason a status, or what TLS says @param peer address of the client */
    static void note(String reason, String peer) {
        LINE.note()
                .ifPresent(count -> LOG.log(
                        Level.WARNING,
                        "Requests at muster.broker-hook-port that are refused ({0} since this was last said): {1}, from"
                                + " {2}",
                        new Object[] {count, reason, peer}));
    }
}
