package dev.muster.mqtt.channel;

import dev.muster.domain.device.session.SessionEnd;
import dev.muster.domain.mqtt.DeviceTopic;
import dev.muster.mqtt.packet.Packets;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.util.ReferenceCountUtil;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The way back to a device: packets that the server sends by itself. All methods are called on the event loop of the
 * connection.
 */
final class DeviceLine {

    /** Packet too large (MQTT 5.0 section 3.14.2.1). */
    static final int PACKET_TOO_LARGE = 0x95;

    /** How long a device may take to read the last packet. */
    private static final int LAST_SECONDS = 5;

    private final ChannelHandlerContext context;
    private final ConnectPacket connect;

    /** The topics that the device has subscribed, and by which name. */
    private final Map<DeviceTopic, String> subscribed = new EnumMap<>(DeviceTopic.class);

    private boolean closing;

    /** Why the device or the server has ended the session; null if its connection broke off, or is open. */
    private @Nullable SessionEnd ended;

    DeviceLine(ChannelHandlerContext context, ConnectPacket connect) {
        this.context = context;
        this.connect = connect;
    }

    boolean isVersion5() {
        return connect.isVersion5();
    }

    ConnectPacket connect() {
        return connect;
    }

    /** Sends an answer that must not be left out. If it is too large for the device, the connection ends. */
    void send(MqttMessage packet) {
        if (allows(packet)) {
            write(packet);
            flush();
        } else {
            ReferenceCountUtil.release(packet);
            end(PACKET_TOO_LARGE);
        }
    }

    /** Whether the device can receive it (MQTT 5.0 section 3.1.2.11.4). */
    private boolean allows(MqttMessage packet) {
        return connect.limits().allow(packet);
    }

    /** Writes a packet, which goes out with the next {@link #flush}. */
    private void write(MqttMessage packet) {
        if (closing) {
            ReferenceCountUtil.release(packet);
            return;
        }
        context.write(packet);
    }

    void flush() {
        context.flush();
    }

    /**
     * Writes a PUBACK, which goes out with the next {@link #flush}.
     *
     * @param text the reason string; null if there is none. It is left out if the packet becomes too large for the device
     */
    void acknowledge(int packetId, int reason, String text) {
        if (!isVersion5()) {
            write(Packets.acknowledged(packetId));
            return;
        }
        MqttMessage full = Packets.acknowledged(packetId, reason, connect.wantsReasons() ? text : null);
        write(allows(full) ? full : Packets.acknowledged(packetId, reason, null));
    }

    void subscribe(DeviceTopic topic, String filter) {
        subscribed.put(topic, filter);
    }

    /** Returns whether the device had subscribed it. */
    boolean unsubscribe(DeviceTopic topic) {
        return subscribed.remove(topic) != null;
    }

    /** Sends a message with QoS 0 likewise. */
    boolean publish(DeviceTopic topic, String text) {
        return publish(topic, text, 0, 0, () -> {});
    }

    /**
     * Sends a message if the device has subscribed the topic, and takes packets of this size.
     *
     * @param packetId only for QoS 1
     * @param written is run on the event loop when the message is on its way
     * @return whether it is sent
     */
    boolean publish(DeviceTopic topic, String text, int qos, int packetId, Runnable written) {
        String name = subscribed.get(topic);
        MqttPublishMessage packet = name == null ? null : Packets.message(name, text, qos, packetId);
        if (packet == null || closing || !allows(packet)) {
            ReferenceCountUtil.release(packet);
            return false;
        }
        context.writeAndFlush(packet).addListener(done -> {
            if (done.isSuccess()) {
                context.executor().execute(written);
            }
        });
        return true;
    }

    /** Whether the connection is open, and the device reads what the server sends. */
    boolean isReady() {
        return !closing && context.channel().isWritable();
    }

    /** Ends the connection. Says why if this version of MQTT can. */
    void end(int reason) {
        ended(SessionEnd.of(reason));
        if (isVersion5()) {
            sendLast(Packets.disconnect(reason));
        } else {
            close();
        }
    }

    private void close() {
        if (!closing) {
            closing = true;
            context.flush();
            context.close();
        }
    }

    /** Sends a packet, and closes the connection, also if the device does not read the packet. */
    void sendLast(MqttMessage packet) {
        if (!allows(packet)) {
            close();
        } else if (!closing) {
            closing = true;
            context.writeAndFlush(packet).addListener(ChannelFutureListener.CLOSE);
            context.executor().schedule(() -> context.close(), LAST_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** The broker sends the last packet, and closes the connection. */
    void handOver() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    /** Only the first reason counts. */
    void ended(SessionEnd reason) {
        if (ended == null) {
            ended = reason;
        }
    }

    SessionEnd ended() {
        return ended == null ? SessionEnd.CONNECTION_LOST : ended;
    }
}
