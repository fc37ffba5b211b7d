package dev.muster.ejb.shared;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Knows from an exception that the connection to a client broke, or that the client was too slow. */
public final class ClientGone {

    /** What reads from clients and writes to them. */
    private static final List<String> SERVER =
            List.of("org.glassfish.grizzly.", "org.apache.catalina.", "dev.muster.launcher.server.");

    private static final List<String> JAVA = List.of("java.", "sun.", "jdk.");

    private ClientGone() {}

    /** Whether it was so. A connection to the database, a full disk or a file that cannot be read is not meant. */
    public static boolean isToldBy(Throwable thrown) {
        boolean isBroken = false;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException) {
                return false;
            }
            isBroken |= (t instanceof IOException || t instanceof TimeoutException) && isThrownByServer(t);
        }
        return isBroken;
    }

    private static boolean isThrownByServer(Throwable t) {
        return Arrays.stream(t.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> JAVA.stream().noneMatch(name::startsWith))
                .findFirst()
                .filter(name -> SERVER.stream().anyMatch(name::startsWith))
                .isPresent();
    }
}
