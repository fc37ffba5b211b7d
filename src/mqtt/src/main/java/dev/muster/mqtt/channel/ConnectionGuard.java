package dev.muster.mqtt.channel;

import dev.muster.domain.shared.CountedLine;
import dev.muster.domain.shared.Places;
import dev.muster.domain.shared.net.SourceName;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Bounds what a stranger may cost. Until the CONNECT of a connection is accepted, the connection has one of a limited
 * number of places, a limited time, and sends a limited number of bytes. After that the guard does nothing.
 */
public final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    /** Its name in the pipeline. */
    public static final String NAME = "muster-guard";

    private static final Logger LOG = Logger.getLogger(ConnectionGuard.class.getName());

    private static final CountedLine FAILED = new CountedLine(System::nanoTime);

    /** A CONNECT with a proof of 16 KiB and a will of 64 KiB, and the head of a WebSocket's request (RFC 6455). */
    private static final int MAX_BYTES = 128 * 1024;

    private final Places<String> places;
    private final int seconds;
    private final Beginning beginning = new Beginning();

    private String place;
    private Future<?> deadline;
    private int received;

    /** The connection is refused, or the peer has gone. */
    private boolean over;

    /**
     * @param places of connections that are not accepted yet, by source
     * @param seconds how long such a connection may last
     */
    public ConnectionGuard(Places<String> places, int seconds) {
        this.places = places;
        this.seconds = seconds;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        String source = SourceName.of(Peer.address(context.channel()));
        if (!places.enter(source)) {
            RefusedPackets.limit(Peer.address(context.channel()), "connections");
            context.close();
            return;
        }
        place = source;
        deadline = context.executor().schedule(() -> expire(context), seconds, TimeUnit.SECONDS);
        super.channelActive(context);
    }

    private void expire(ChannelHandlerContext context) {
        RefusedPackets.limit(Peer.address(context.channel()), "no-connect");
        context.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (over || place != null && hasNoHandshake(context)) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (place != null && message instanceof ByteBuf bytes && !isAcceptable(bytes)) {
            over = true;
            ReferenceCountUtil.release(message);
            RefusedPackets.malformed(Peer.address(context.channel()), "no-connect");
            context.close();
            return;
        }
        super.channelRead(context, message);
    }

    /** The beginning of a CONNECT, or of the GET of a WebSocket, and not too much of either. */
    private boolean isAcceptable(ByteBuf bytes) {
        for (int i = 0; i < bytes.readableBytes() && !beginning.isOver(); i++) {
            if (!beginning.accepts(bytes.getUnsignedByte(bytes.readerIndex() + i))) {
                return false;
            }
        }
        received += bytes.readableBytes();
        return received <= MAX_BYTES;
    }

    /**
     * What a peer has sent may be decrypted after it has gone. Then its handshake counts as failed, and the broker would write a
     * stack trace.
     */
    private static boolean hasNoHandshake(ChannelHandlerContext context) {
        SslHandler tls = context.pipeline().get(SslHandler.class);
        return tls != null && !tls.handshakeFuture().isSuccess();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        over = true;
        accepted();
        super.channelInactive(context);
    }

    /** Most of them are handshakes that TLS has refused: the alert has told the device why. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (place == null) {
            context.fireExceptionCaught(cause);
            return;
        }
        BrokenConnection.reason(cause).ifPresent(reason -> note(reason, Peer.address(context.channel())));
        context.close();
    }

    private static void note(String reason, String source) {
        FAILED.note()
                .ifPresent(count -> LOG.log(
                        Level.INFO,
                        "Connections of MQTT that failed before their CONNECT ({0} since this was last said): {1}, from {2}",
                        new Object[] {count, reason, source}));
    }

    /** The connection needs no guard any more. */
    void accepted() {
        if (place != null) {
            places.leave(place);
            place = null;
            deadline.cancel(false);
        }
    }
}
