package dev.muster.ejb.shared;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;

/** Knows from an exception that the connection to a client broke, or that the client was too slow. */
public final class ClientGone {

    private ClientGone() {}

    /** Whether it was so. A connection to the database breaks likewise, and is not meant. */
    public static boolean isToldBy(Throwable thrown) {
        boolean isBroken = false;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException) {
                return false;
            }
            isBroken |= t instanceof IOException || t instanceof TimeoutException;
        }
        return isBroken;
    }
}
