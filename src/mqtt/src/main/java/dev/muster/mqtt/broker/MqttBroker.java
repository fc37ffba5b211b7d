package dev.muster.mqtt.broker;

import dev.muster.domain.device.session.ServerInstance;
import dev.muster.domain.shared.Places;
import dev.muster.ejb.command.CommandDeliveryService;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.MqttStatus;
import dev.muster.ejb.telemetry.intake.TelemetryIntake;
import dev.muster.mqtt.channel.MqttServices;
import dev.muster.mqtt.command.CommandDesk;
import dev.muster.mqtt.command.CommandReceivers;
import dev.muster.mqtt.command.CommandWatch;
import dev.muster.mqtt.connect.Admissions;
import dev.muster.mqtt.connect.Refusals;
import dev.muster.mqtt.session.MqttSessions;
import dev.muster.mqtt.session.ServerPresence;
import dev.muster.mqtt.session.SessionWatch;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLEngine;

/**
 * Starts the broker of MQTT with the application, and stops it with the application. If it cannot be started, the
 * application works without it: one line of the log and the health check say why.
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class MqttBroker {

    private static final Logger LOG = Logger.getLogger(MqttBroker.class.getName());

    private static final String LOOPBACK = "127.0.0.1";

    /** Each holds a connection to the database. There are 32, and HTTP needs most of them. */
    private static final int ADMISSIONS_AT_ONCE = 8;

    /** Devices that connect together. More are told to come again later. */
    private static final int ADMISSIONS_WAITING = 4_096;

    /** Each holds a connection to the database for a moment. */
    private static final int DELIVERIES_AT_ONCE = 4;

    /** What does not fit is tried again half a second later. */
    private static final int DELIVERIES_WAITING = 8_192;

    private final List<String> open = new ArrayList<>();

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private BrokerSettings settings;

    @Inject
    private Admissions admissions;

    @Inject
    private Refusals refusals;

    @Inject
    private TelemetryIntake telemetry;

    @Inject
    private MqttSessions sessions;

    @Inject
    private SessionWatch watch;

    @Inject
    private ServerPresence presence;

    @Inject
    private CommandDeliveryService commands;

    @Inject
    private CommandReceivers receivers;

    @Inject
    private CommandWatch commandWatch;

    @Inject
    private MqttStatus status;

    @Inject
    private Clock clock;

    private ThreadPoolExecutor workers;
    private ThreadPoolExecutor handshakes;
    private ThreadPoolExecutor deliveries;
    private EmbeddedBroker broker;
    private MqttListener listener;
    private Future<?> looking;
    private Future<?> beating;
    private Future<?> lookingForCommands;

    @PostConstruct
    void start() {
        if (!settings.isEmbedded()) {
            return;
        }
        try {
            startBroker();
            beating = scheduler.scheduleWithFixedDelay(
                    presence::beat, 0, ServerInstance.BEAT.toMillis(), TimeUnit.MILLISECONDS);
            openPort("muster.mqtts-port", settings.address(), settings.tlsPort(), true);
            openPort("muster.mqtt-port", LOOPBACK, settings.plainPort(), false);
            looking = scheduler.scheduleWithFixedDelay(
                    watch::look, SessionWatch.PAUSE_MILLIS, SessionWatch.PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            lookingForCommands = scheduler.scheduleWithFixedDelay(
                    commandWatch::look, CommandWatch.PAUSE_MILLIS, CommandWatch.PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (Exception | LinkageError e) {
            LOG.log(Level.SEVERE, "MQTT cannot be started", e);
            status.failed("MQTT cannot be started; the log has the cause.");
        }
    }

    private void startBroker() throws Exception {
        workers = WorkerThreads.of(threads, ADMISSIONS_AT_ONCE, ADMISSIONS_WAITING);
        handshakes = WorkerThreads.of(threads, 2 * Runtime.getRuntime().availableProcessors(), settings.handshakes());
        deliveries = WorkerThreads.of(threads, DELIVERIES_AT_ONCE, DELIVERIES_WAITING);
        CommandDesk desk = new CommandDesk(commands, receivers, deliveries);
        broker = new EmbeddedBroker();
        broker.start(
                new DevicePipeline(new MqttServices(admissions, refusals, telemetry, sessions, desk, workers, clock)));
        Places<String> places = new Places<>(settings.handshakes(), settings.handshakesOfSource());
        listener = new MqttListener(broker, places, settings.handshakeSeconds());
    }

    private void openPort(String property, String address, int port, boolean hasTls) {
        if (port == 0) {
            return;
        }
        try {
            Supplier<SSLEngine> engines = hasTls ? ServerEngines.forDevices() : null;
            listener.open(address, port, engines, handshakes);
            open.add(address + ":" + port);
            status.is(String.join(", ", open));
            LOG.log(Level.INFO, "MQTT listens at {0}:{1}", new Object[] {address, Integer.toString(port)});
        } catch (Exception e) {
            String sentence = "MQTT does not listen at %s:%d: %s. Free the port, or choose another with %s."
                    .formatted(address, port, e.getMessage(), property);
            LOG.severe(sentence);
            status.failed(sentence);
        }
    }

    @PreDestroy
    void stop() {
        for (Future<?> look : new Future<?>[] {looking, lookingForCommands}) {
            if (look != null) {
                look.cancel(true);
            }
        }
        if (beating != null) {
            beating.cancel(false);
            presence.end();
        }
        if (listener != null) {
            listener.close();
        }
        if (broker != null) {
            try {
                broker.stop();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "The broker of MQTT did not stop in order", e);
            }
        }
        for (ThreadPoolExecutor pool : new ThreadPoolExecutor[] {workers, handshakes, deliveries}) {
            if (pool != null) {
                pool.shutdownNow();
            }
        }
    }
}
