package dev.muster.mqtt.channel;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.mqtt.connect.Admission;
import dev.muster.mqtt.connect.Arrival;
import dev.muster.mqtt.connect.Refusal;
import dev.muster.mqtt.connect.RefusedException;
import dev.muster.mqtt.packet.ConnackPackets;
import dev.muster.mqtt.syntax.PacketFault;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Asks on a thread of the container whether a device may connect, and goes on on the event loop. */
final class Doorway {

    private final MqttServices services;
    private final DeviceLine line;

    Doorway(MqttServices services, DeviceLine line) {
        this.services = services;
        this.line = line;
    }

    /** @param admitted is called if the device may connect; otherwise this class refuses the connection */
    void ask(ChannelHandlerContext context, MqttConnectMessage connect, Consumer<Admission> admitted) {
        Arrival arrival = new Arrival(
                line.connect().clientId(),
                connect.payload().userName(),
                connect.payload().passwordInBytes(),
                Peer.certificate(context.channel()),
                Peer.address(context.channel()));
        try {
            CompletableFuture.supplyAsync(() -> services.admissions().admit(arrival), services.workers())
                    .whenComplete((admission, thrown) ->
                            context.executor().execute(() -> decide(context, admission, thrown, admitted)));
        } catch (RejectedExecutionException busy) {
            refuse(services.refusals().of(busy, arrival.source()));
        }
    }

    private void decide(
            ChannelHandlerContext context, Admission admission, Throwable thrown, Consumer<Admission> admitted) {
        if (!context.channel().isActive() || line.isClosing()) {
            return;
        }
        if (thrown != null) {
            refuse(refusal(context, thrown));
        } else if (!line.connect().hasAllowedWill(admission.key())) {
            refuse(services.refusals().of(forbiddenWill(), Peer.address(context.channel())));
        } else {
            admitted.accept(admission);
        }
    }

    private static ProblemException forbiddenWill() {
        return new ProblemException(ProblemCode.FORBIDDEN, "A last will goes only to the telemetry of the device.");
    }

    private Refusal refusal(ChannelHandlerContext context, Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        return cause instanceof RefusedException refused
                ? refused.refusal()
                : services.refusals().of(cause, Peer.address(context.channel()));
    }

    private void refuse(Refusal refusal) {
        line.sendLast(ConnackPackets.refused(
                line.connect().version(), refusal, line.connect().limits().packetBytes()));
    }

    /**
     * Closes a connection whose CONNECT, or what came before its CONNACK, is not readable. Before its CONNACK, a device gets
     * no DISCONNECT (MQTT 5.0 section 3.14).
     *
     * @param line null if the CONNECT is not known
     */
    static void refuse(ChannelHandlerContext context, DeviceLine line, BrokenPacket broken) {
        PacketFault fault = broken.fault();
        if (line != null && line.isVersion5()) {
            line.sendLast(ConnackPackets.refused((byte) fault.reasonCode()));
        } else if (line == null && broken.isVersion5()) {
            close(context, ConnackPackets.unread(context.alloc(), fault.reasonCode()));
        } else if (line == null && fault.returnCode() > 0) {
            close(context, ConnackPackets.refused((byte) fault.returnCode()));
        } else {
            context.close();
        }
    }

    private static void close(ChannelHandlerContext context, Object last) {
        context.writeAndFlush(last).addListener(ChannelFutureListener.CLOSE);
    }
}
