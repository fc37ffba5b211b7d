package dev.muster.ejb.start;

import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.shared.event.SecurityEvent;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.event.SecurityLog;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Prepares the logs before the ports open: installs {@link ContainerLogFilter} and {@link NeutralFormatter} on the
 * server's log, for which the server's configuration has no setting, and opens security.log. Keeps the old files of all
 * logs as long as configured (docs/logs.md).
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ContainerLog {

    /** The environment has the secrets, unless an operator passes one on by mistake. */
    private static final Pattern SECRET = Pattern.compile("password|key|secret");

    private static final Logger LOG = Logger.getLogger(ContainerLog.class.getName());

    /** The logger is kept, because a logger that nobody keeps loses its handler. */
    private final Logger security = Logger.getLogger(SecurityLog.NAME);

    private SecurityLogHandler handler;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "muster.data-dir")
    private String data;

    @Inject
    @ConfigProperty(name = "muster.work-dir")
    private Optional<String> work;

    @Inject
    @ConfigProperty(name = "muster.log.days", defaultValue = "90")
    private int days;

    @Inject
    @ConfigProperty(name = "muster.log.files", defaultValue = "100")
    private int files;

    @Inject
    @ConfigProperty(name = "muster.log.megabytes", defaultValue = "10")
    private int megabytes;

    @PostConstruct
    void open() {
        ContainerLogFilter filter = new ContainerLogFilter(System::nanoTime);
        for (Handler server : Logger.getLogger("").getHandlers()) {
            server.setFilter(filter);
            if (server.getFormatter() != null) {
                server.setFormatter(new NeutralFormatter(server.getFormatter()));
            }
        }
        handler = new SecurityLogHandler(
                new LogFile(logs().resolve("security.log"), megabytes * 1_000_000L, Instant::now));
        security.addHandler(handler);
        SecurityLog.write(started());
        keep();
    }

    @PreDestroy
    void close() {
        SecurityLog.write(SecurityEvent.of(EventKind.SERVER_STOPPED));
        security.removeHandler(handler);
        handler.close();
    }

    /** Deletes what is too old, once an hour. */
    @Schedule(hour = "*", minute = "7", persistent = false)
    void keep() {
        Instant before = clock.instant().minus(Duration.ofDays(days));
        Stream.concat(
                        Stream.of(new LogRetention(logs(), "security.log_", files)),
                        work.stream()
                                .map(directory -> Path.of(directory, "logs"))
                                .flatMap(directory -> List.of("server.log_", "server_access_log.").stream()
                                        .map(name -> new LogRetention(directory, name, files))))
                .forEach(log -> apply(log, before));
    }

    private static void apply(LogRetention log, Instant before) {
        try {
            log.apply(before);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Old files " + log.name() + " cannot be deleted", e);
        }
    }

    private Path logs() {
        return Path.of(data, "logs");
    }

    /** With the settings that the launcher has passed on: a changed one is seen beside the start before. */
    private static SecurityEvent started() {
        SecurityEvent event = SecurityEvent.of(EventKind.SERVER_STARTED);
        Properties properties = System.getProperties();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            if (name.startsWith("muster.") && !SECRET.matcher(name).find()) {
                event = event.with(name, properties.getProperty(name));
            }
        }
        return event;
    }
}
