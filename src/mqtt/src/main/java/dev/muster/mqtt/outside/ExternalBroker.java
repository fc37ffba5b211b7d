package dev.muster.mqtt.outside;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import dev.muster.domain.mqtt.OutsideBroker;
import dev.muster.domain.shared.CountedLine;
import dev.muster.ejb.command.CommandDeliveryService;
import dev.muster.ejb.shared.Access;
import dev.muster.ejb.shared.Access.Rule;
import dev.muster.ejb.shared.MqttStatus;
import dev.muster.ejb.telemetry.intake.TelemetryIntake;
import dev.muster.mqtt.broker.ServerEngines;
import dev.muster.mqtt.broker.WorkerThreads;
import dev.muster.mqtt.hook.HookDesk;
import dev.muster.mqtt.hook.HookListener;
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
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Connects to a broker outside when the application starts, and opens the port at which that broker asks about devices. If
 * something fails, the application works without it: one line of the log and the health check say why.
 */
@Access(Rule.SYSTEM)
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class ExternalBroker {

    private static final Logger LOG = Logger.getLogger(ExternalBroker.class.getName());

    /** Each holds a connection to the database. */
    private static final int QUESTIONS_AT_ONCE = 8;

    private static final int QUESTIONS_WAITING = 4_096;

    private static final long PULSE_MILLIS = 1_000;

    /** After a refused subscription. */
    private static final int PULSES_BEFORE_SUBSCRIBING = 10;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private OutsideConfiguration configuration;

    @Inject
    private HookDesk desk;

    @Inject
    private TelemetryIntake telemetry;

    @Inject
    private CommandDeliveryService delivery;

    @Inject
    private OutsideState state;

    @Inject
    private MqttStatus status;

    @Inject
    private Clock clock;

    private OutsideBroker broker;
    private ThreadPoolExecutor workers;
    private HookListener listener;
    private OutsideClient client;
    private OutsideClient commandClient;
    private OutsideMessages messages;
    private OutsideCommands commands;
    private Future<?> pulse;

    private volatile boolean isSubscribed;
    private int pulsesToWait;

    @PostConstruct
    void start() {
        if (!configuration.isOn()) {
            return;
        }
        try {
            openHook();
            broker = configuration.broker();
            status.disconnected(name(), "the connection is not made yet");
            String id = ClientName.in(Path.of(System.getProperty("muster.data-dir")));
            client = new OutsideClient(broker, id, OutsideClient.KEPT, new Connection());
            commandClient =
                    new OutsideClient(broker, id + "-commands", OutsideClient.NOT_KEPT, new CommandConnection());
            messages = new OutsideMessages(telemetry, client::send, clock);
            commands = new OutsideCommands(delivery, commandClient, workers);
            state.of(client::isConnected, messages::waiting);
            client.connect();
            commandClient.connect();
            pulse = scheduler.scheduleWithFixedDelay(this::beat, PULSE_MILLIS, PULSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (Exception | LinkageError e) {
            LOG.log(Level.SEVERE, "The broker of MQTT cannot be used", e);
            status.failed("The broker of MQTT cannot be used; the log has the cause.");
        }
    }

    private void openHook() throws Exception {
        workers = WorkerThreads.of(threads, QUESTIONS_AT_ONCE, QUESTIONS_WAITING);
        listener = new HookListener(desk, workers);
        listener.open(configuration.hookAddress(), configuration.hookPort(), ServerEngines.forBrokers());
        LOG.log(Level.INFO, "Brokers of MQTT ask at {0}:{1}", new Object[] {
            configuration.hookAddress(), Integer.toString(configuration.hookPort())
        });
    }

    private String name() {
        return broker.host() + ":" + broker.port();
    }

    /** What the client tells, on its threads. */
    private final class Connection implements OutsideClient.Listener {

        @Override
        public void message(Mqtt5Publish publish) {
            messages.take(publish);
        }

        @Override
        public void connected() {
            LOG.log(Level.INFO, "Connected to the broker of MQTT at {0}", name());
        }

        @Override
        public void lost(String reason) {
            if (messages != null) {
                messages.lost();
            }
            isSubscribed = false;
            status.disconnected(name(), reason);
        }
    }

    /** It subscribes nothing. */
    private static final class CommandConnection implements OutsideClient.Listener {

        private final CountedLine lines = new CountedLine(System::nanoTime);

        @Override
        public void message(Mqtt5Publish publish) {
            publish.acknowledge();
        }

        @Override
        public void connected() {}

        @Override
        public void lost(String reason) {
            lines.note()
                    .ifPresent(count ->
                            LOG.log(Level.WARNING, "No connection to the broker of MQTT for commands: {0}", reason));
        }
    }

    /** It never throws: then it would not be called again. */
    private void beat() {
        try {
            messages.tryAgain();
            if (commandClient.isConnected()) {
                commands.send();
            }
            if (client.isConnected() && !isSubscribed && pulsesToWait-- <= 0) {
                pulsesToWait = PULSES_BEFORE_SUBSCRIBING;
                subscribe();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The broker of MQTT cannot be used now", e);
        }
    }

    private void subscribe() {
        client.subscribe().whenComplete((answer, failure) -> {
            if (failure == null) {
                isSubscribed = true;
                pulsesToWait = 0;
                status.connected(name());
            } else if (client.isConnected()) {
                LOG.log(Level.WARNING, "The broker of MQTT refuses the subscription: {0}", failure.getMessage());
                status.failed("The broker of MQTT refuses the subscription; see muster.mqtt-subscription.");
            }
        });
    }

    @PreDestroy
    void stop() {
        if (pulse != null) {
            pulse.cancel(true);
        }
        if (listener != null) {
            listener.close();
        }
        if (client != null) {
            client.close();
        }
        if (commandClient != null) {
            commandClient.close();
        }
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
