package dev.muster.mqtt.channel;

import dev.muster.domain.device.session.SessionEnd;
import dev.muster.mqtt.connect.Admission;
import dev.muster.mqtt.session.MqttSession;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;

/**
 * What a device does after its CONNECT was accepted: it sends messages, subscribes, acknowledges commands, and goes. All methods
 * run on the event loop of the connection.
 */
final class Conversation {

    /** The device wants its will to be sent although it disconnects (MQTT 5.0 section 3.14.2.1). */
    private static final int DISCONNECT_WITH_WILL = 0x04;

    private final MqttServices services;
    private final DeviceLine line;
    private final Publications publications;
    private final Subscriptions subscriptions;

    /** Null if the device waits for an approval: then it may send and get nothing but its answer. */
    private final CommandLane commands;

    private final MqttSession session;

    private byte[] will;

    /** @param room is called when there is room for a further message again */
    Conversation(
            MqttServices services, Admission admission, DeviceLine line, ChannelHandlerContext context, Runnable room) {
        this.services = services;
        this.line = line;
        this.will = line.connect().will();
        Admission.Identity identity = admission.identity();
        TelemetryLane telemetry = null;
        if (identity == null) {
            commands = null;
            session = null;
        } else {
            telemetry = new TelemetryLane(services, identity.login(), line, context.executor(), room);
            commands = new CommandLane(services.commands(), identity.deviceId(), line, context.executor());
            session = new MqttSession(
                    identity,
                    Peer.address(context.channel()),
                    line.connect().protocol(),
                    Peer.transport(context.channel()),
                    reason -> context.executor().execute(() -> line.end(reason)));
            services.sessions().begin(session);
        }
        publications = new Publications(admission, line, telemetry);
        subscriptions = new Subscriptions(admission, line, commands);
    }

    /** Whether no further message may come before one is acknowledged. */
    boolean isFull() {
        return publications.isFull();
    }

    /** The caller releases the packet. */
    void publish(MqttPublishMessage packet) {
        publications.take(packet);
    }

    void subscribe(MqttSubscribeMessage packet) {
        subscriptions.subscribe(packet);
    }

    void unsubscribe(MqttUnsubscribeMessage packet) {
        subscriptions.unsubscribe(packet);
    }

    /** The caller releases the PUBACK. */
    void acknowledge(MqttMessage packet) {
        if (commands != null && packet.variableHeader() instanceof MqttMessageIdVariableHeader header) {
            commands.acknowledge(header.messageId());
        }
    }

    void disconnect(MqttMessage packet) {
        line.ended(SessionEnd.DISCONNECTED);
        boolean keeps = packet.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader header
                && header.reasonCode() == DISCONNECT_WITH_WILL;
        if (!keeps) {
            will = null;
        }
    }

    /** The connection has ended. */
    void end() {
        if (session == null) {
            return;
        }
        commands.close();
        services.sessions().ended(session, line.ended());
        if (will != null) {
            services.telemetry().take(session.identity().login(), will);
        }
    }
}
