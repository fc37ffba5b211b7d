package dev.muster.rest.problem;

import dev.muster.domain.shared.CountedLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs that the server refuses requests because there are too many: from time to time, with their number. */
@ApplicationScoped
public class OverloadLog {

    private static final Logger LOG = Logger.getLogger(OverloadLog.class.getName());

    private final CountedLine refused = new CountedLine(System::nanoTime);

    void note() {
        refused.note()
                .ifPresent(count -> LOG.log(
                        Level.WARNING,
                        "This server cannot do all that devices ask of it; refused since this was last said: {0}",
                        count));
    }
}
