package dev.muster.ejb.shared;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Finds out from an exception whether the connection to a client broke or the client was too slow. */
public final class ClientGone {

    /** The packages that read from clients and write to them. */
    private static final List<String> SERVER =
            List.of("org.glassfish.grizzly.", "org.apache.catalina.", "dev.muster.launcher.server.");

    private static final List<String> JAVA = List.of("java.", "sun.", "jdk.");

    private ClientGone() {}

    /** Whether the client is gone. False for the database's connection, a full disk and a file that cannot be read. */
    public static boolean isToldBy(@Nullable Throwable thrown) {
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
