package dev.muster.mqtt.channel;

import dev.muster.mqtt.connect.Admission;
import dev.muster.mqtt.packet.ConnackPackets;
import dev.muster.mqtt.packet.Packets;
import dev.muster.mqtt.syntax.PacketFault;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * Stands before the broker in the pipeline of one connection. It decides about CONNECT, takes telemetry, answers
 * subscriptions and sends commands. The broker sees only an admitted CONNECT, pings and the end: it ends the older
 * connection of a device. All methods run on the event loop of the connection, which never waits.
 */
public final class DeviceHandler extends ChannelDuplexHandler {

    /** Its name in the pipeline. */
    public static final String NAME = "muster-device";

    /** Of MQTT 5.0 section 3.14.2.1. */
    private static final int PROTOCOL_ERROR = 0x82;

    private static final int KEEP_ALIVE_TIMEOUT = 0x8D;

    private enum Phase {
        /** The CONNECT has not come. */
        NEW,
        /** A worker asks whether the device may connect, or the broker has not answered yet. */
        ADMITTING,
        OPEN
    }

    private final MqttServices services;

    /** What came while it could not be taken. */
    private final Deque<MqttMessage> waiting = new ArrayDeque<>();

    private Phase phase = Phase.NEW;
    private DeviceLine line;
    private Admission admission;
    private Conversation conversation;
    private long packets;
    private boolean refused;

    public DeviceHandler(MqttServices services) {
        this.services = services;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        MqttMessage packet = (MqttMessage) message;
        packets++;
        if (refused || line != null && line.isClosing()) {
            ReferenceCountUtil.release(packet);
        } else if (packet.decoderResult().isFailure()) {
            refuse(
                    context,
                    new BrokenPacket(PacketFault.of(packet.decoderResult().cause()), false));
        } else if (isHeld(context)) {
            waiting.add(packet);
            context.channel().config().setAutoRead(false);
        } else {
            take(context, packet);
        }
    }

    /** How many packets the decoder has made so far, readable or not. */
    long packets() {
        return packets;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof BrokenPacket broken) {
            refuse(context, broken);
        } else {
            super.userEventTriggered(context, event);
        }
    }

    /** Also while the device does not read what the server sends. */
    private boolean isHeld(ChannelHandlerContext context) {
        return phase == Phase.ADMITTING
                || conversation != null
                        && (conversation.isFull() || !context.channel().isWritable());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        goOn(context);
        super.channelWritabilityChanged(context);
    }

    private void goOn(ChannelHandlerContext context) {
        while (!waiting.isEmpty() && !isHeld(context)) {
            take(context, waiting.poll());
        }
        if (!isHeld(context) && !context.channel().config().isAutoRead()) {
            context.channel().config().setAutoRead(true);
        }
    }

    private void take(ChannelHandlerContext context, MqttMessage packet) {
        if (phase == Phase.NEW) {
            connect(context, packet);
            return;
        }
        if (line.isClosing()) {
            ReferenceCountUtil.release(packet);
            return;
        }
        switch (packet) {
            case MqttPublishMessage publish -> {
                conversation.publish(publish);
                publish.release();
                context.channel().config().setAutoRead(!isHeld(context));
            }
            case MqttSubscribeMessage subscribe -> conversation.subscribe(subscribe);
            case MqttUnsubscribeMessage unsubscribe -> conversation.unsubscribe(unsubscribe);
            default -> takeRest(context, packet);
        }
    }

    private void takeRest(ChannelHandlerContext context, MqttMessage packet) {
        switch (packet.fixedHeader().messageType()) {
            case PINGREQ -> context.fireChannelRead(packet);
            case DISCONNECT -> {
                conversation.disconnect(packet);
                context.fireChannelRead(Packets.disconnect(0)); // no session outlives the connection
            }
            case PUBACK -> {
                conversation.acknowledge(packet);
                ReferenceCountUtil.release(packet);
            }
            // the server sends nothing that these could answer
            case PUBREC, PUBREL, PUBCOMP -> ReferenceCountUtil.release(packet);
            default -> {
                ReferenceCountUtil.release(packet);
                RefusedPackets.malformed(Peer.address(context.channel()), "unexpected-packet");
                line.end(PROTOCOL_ERROR);
            }
        }
    }

    private void connect(ChannelHandlerContext context, MqttMessage packet) {
        if (!(packet instanceof MqttConnectMessage connect)) {
            refused = true;
            ReferenceCountUtil.release(packet);
            RefusedPackets.malformed(Peer.address(context.channel()), "no-connect");
            context.close();
            return;
        }
        line = new DeviceLine(context, ConnectPacket.of(connect));
        line.connect()
                .refusal()
                .ifPresentOrElse(code -> line.sendLast(ConnackPackets.refused(code.byteValue())), () -> {
                    phase = Phase.ADMITTING;
                    new Doorway(services, line).ask(context, connect, admitted -> admit(context, admitted));
                });
    }

    private void admit(ChannelHandlerContext context, Admission admitted) {
        admission = admitted;
        context.fireChannelRead(line.connect().forBroker(brokersClientId()));
    }

    /** The broker ends the older connection with the same client id, so this is the same for all of a device. */
    private String brokersClientId() {
        return admission.identity() == null
                ? UUID.randomUUID().toString()
                : admission.identity().deviceId().toString();
    }

    @Override
    public void write(ChannelHandlerContext context, Object packet, ChannelPromise promise) {
        if (phase == Phase.ADMITTING
                && admission != null
                && packet instanceof MqttConnAckMessage answer
                && answer.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            context.write(line.connect().accepted(brokersClientId()), promise);
            open(context);
        } else {
            if (packet instanceof MqttMessage last && last.fixedHeader().messageType() == MqttMessageType.DISCONNECT) {
                line.handOver();
            }
            context.write(packet, promise);
        }
    }

    private void open(ChannelHandlerContext context) {
        phase = Phase.OPEN;
        conversation = new Conversation(services, admission, line, context, () -> goOn(context));
        ConnectionGuard guard = context.pipeline().get(ConnectionGuard.class);
        if (guard != null) {
            guard.accepted();
        }
        int keepAlive = line.connect().keepAlive();
        context.pipeline().addFirst(KeepAlive.NAME, new KeepAlive(keepAlive, () -> line.end(KEEP_ALIVE_TIMEOUT)));
        context.executor().execute(() -> goOn(context)); // after the CONNACK is flushed
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        waiting.forEach(this::takeLast);
        waiting.clear();
        if (conversation != null) {
            conversation.end();
        }
        super.channelInactive(context);
    }

    /** The device has sent this before it went: its messages count, and so does its DISCONNECT. */
    private void takeLast(MqttMessage packet) {
        if (phase == Phase.OPEN && !line.isClosing()) {
            if (packet instanceof MqttPublishMessage publish) {
                conversation.publish(publish);
            } else if (packet.fixedHeader().messageType() == MqttMessageType.DISCONNECT) {
                conversation.disconnect(packet);
            } else if (packet.fixedHeader().messageType() == MqttMessageType.PUBACK) {
                conversation.acknowledge(packet);
            }
        }
        ReferenceCountUtil.release(packet);
    }

    private void refuse(ChannelHandlerContext context, BrokenPacket broken) {
        if (refused || line != null && line.isClosing()) {
            return;
        }
        refused = true;
        RefusedPackets.malformed(Peer.address(context.channel()), "malformed-packet");
        if (phase == Phase.OPEN) {
            line.end(broken.fault().reasonCode());
        } else {
            Doorway.refuse(context, line, broken);
        }
    }

    /** The connection is broken, or a packet is not readable: nothing else is disturbed. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
