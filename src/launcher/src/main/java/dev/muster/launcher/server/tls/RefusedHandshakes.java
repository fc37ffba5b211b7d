package dev.muster.launcher.server.tls;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Counts handshakes that ended early, by cause, and writes them to the log: at most one line in ten seconds. */
public final class RefusedHandshakes {

    public static final RefusedHandshakes OF_SERVER = new RefusedHandshakes();

    private static final Logger LOG = Logger.getLogger(RefusedHandshakes.class.getName());
    private static final int SECONDS = 10;

    private static final ScheduledExecutorService TELLER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("muster-refused-handshakes").factory());

    static {
        TELLER.scheduleWithFixedDelay(() -> OF_SERVER.take().ifPresent(LOG::info), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** At most one for each alert, and a few more. */
    private final Map<String, Long> byCause = new TreeMap<>();

    private String last = "";
    private boolean told;

    /** @param peer the address of the last peer is logged */
    public synchronized void count(String cause, Object peer) {
        byCause.merge(cause, 1L, Long::sum);
        last = peer instanceof InetSocketAddress address
                ? String.valueOf(address.getAddress().getHostAddress())
                : "?";
    }

    /** Returns the line if there is something to log, and begins to count again. */
    synchronized Optional<String> take() {
        if (byCause.isEmpty()) {
            return Optional.empty();
        }
        String causes = byCause.entrySet().stream()
                .map(cause -> cause.getValue() + " " + cause.getKey())
                .collect(Collectors.joining(", "));
        byCause.clear();
        return Optional.of("TLS handshakes refused within %d seconds: %s. The last one came from %s."
                .formatted(SECONDS, causes, last));
    }

    /** This JDK does not let us choose: all certificates are refused with the same alert. */
    synchronized void cannotChoose(Exception why) {
        if (!told) {
            told = true;
            LOG.log(Level.WARNING, "This Java does not let Muster choose the alert for a certificate", why);
        }
    }
}
