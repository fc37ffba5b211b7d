package dev.muster.mqtt.outside;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PayloadFormatIndicator;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import dev.muster.domain.mqtt.MqttLimits;
import dev.muster.domain.mqtt.OutsideBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A connection to a broker outside, MQTT 5. It connects again by itself, with growing pauses. */
final class OutsideClient {

    /** For messages: a server that stands still for a weekend gets its messages afterwards. */
    static final Duration KEPT = Duration.ofDays(7);

    /** For commands: what the broker has not answered when the connection breaks is not sent again. It may have expired. */
    static final Duration NOT_KEPT = Duration.ZERO;

    private static final int FIRST_PAUSE_SECONDS = 1;

    private static final int LONGEST_PAUSE_SECONDS = 30;

    private static final int KEEP_ALIVE_SECONDS = 30;

    private static final int STOP_SECONDS = 3;

    private final OutsideBroker broker;
    private final Duration session;
    private final Mqtt5AsyncClient client;

    /** What the client tells. All of it is called on threads of the client, and must not wait. */
    interface Listener {

        /** A message of a subscription; it must be acknowledged. */
        void message(Mqtt5Publish publish);

        void connected();

        /** @param reason for people, without secrets */
        void lost(String reason);
    }

    /**
     * @param name the client id
     * @param session how long the broker keeps the session without a connection
     */
    OutsideClient(OutsideBroker broker, String name, Duration session, Listener listener)
            throws IOException, GeneralSecurityException {
        this.broker = broker;
        this.session = session;
        Mqtt5ClientBuilder builder = MqttClient.builder()
                .useMqttVersion5()
                .identifier(name)
                .serverHost(broker.host())
                .serverPort(broker.port())
                .automaticReconnect()
                .initialDelay(FIRST_PAUSE_SECONDS, TimeUnit.SECONDS)
                .maxDelay(LONGEST_PAUSE_SECONDS, TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .addConnectedListener(context -> listener.connected())
                .addDisconnectedListener(context -> listener.lost(reason(context)));
        if (broker.hasTls()) {
            builder = builder.sslConfig(OutsideTls.of(broker));
        }
        client = builder.buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, listener::message, true);
    }

    private static String reason(MqttClientDisconnectedContext context) {
        Throwable cause = context.getCause();
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Begins to connect, and tries until it succeeds. */
    void connect() {
        var connect = client.connectWith()
                .cleanStart(session.isZero())
                .sessionExpiryInterval(session.toSeconds())
                .keepAlive(KEEP_ALIVE_SECONDS)
                .restrictions()
                .receiveMaximum(OutsideMessages.AT_ONCE)
                .maximumPacketSize(MqttLimits.MAX_PACKET_BYTES)
                .applyRestrictions();
        if (broker.username().isPresent()) {
            connect = connect.simpleAuth(login(broker.username().get()));
        }
        connect.send();
    }

    private Mqtt5SimpleAuth login(String username) {
        var login = Mqtt5SimpleAuth.builder().username(username);
        return broker.password()
                .map(secret -> login.password(secret.getBytes(StandardCharsets.UTF_8)))
                .orElse(login)
                .build();
    }

    /** Subscribes the messages of devices. The future fails if the broker refuses one of the filters. */
    CompletableFuture<?> subscribe() {
        return client.subscribe(Mqtt5Subscribe.builder()
                .addSubscriptions(broker.subscriptions().stream()
                        .map(filter -> Mqtt5Subscription.builder()
                                .topicFilter(filter)
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .retainHandling(Mqtt5RetainHandling.DO_NOT_SEND)
                                .build())
                        .toList())
                .build());
    }

    /** Sends a text with QoS 0. */
    void send(String topic, String text) {
        client.publish(message(topic, text, MqttQos.AT_MOST_ONCE));
    }

    /** Sends a text with QoS 1. The result says what the broker has answered. */
    CompletableFuture<Mqtt5PublishResult> deliver(String topic, String text, Duration expiry) {
        return client.publish(Mqtt5Publish.builder()
                .topic(topic)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .payloadFormatIndicator(Mqtt5PayloadFormatIndicator.UTF_8)
                .contentType("application/json")
                .messageExpiryInterval(Math.max(1, expiry.toSeconds()))
                .qos(MqttQos.AT_LEAST_ONCE)
                .build());
    }

    private static Mqtt5Publish message(String topic, String text, MqttQos qos) {
        return Mqtt5Publish.builder()
                .topic(topic)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .qos(qos)
                .build();
    }

    boolean isConnected() {
        return client.getState().isConnected();
    }

    /** Ends the connection. The broker keeps the session. */
    void close() {
        try {
            client.disconnect().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            // the broker does not answer; it notices by itself
        }
    }
}
