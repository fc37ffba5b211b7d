package dev.muster.mqtt.channel;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.activemq.artemis.core.server.protocol.websocket.WebSocketServerHandler;

/**
 * Lets only a request for a WebSocket with MQTT pass to the broker, as a whole, and catches the faults of its frames: the broker
 * would write a stack trace for each. A connection without HTTP passes at once.
 */
public final class UpgradeGuard extends ByteToMessageDecoder {

    /** Its name in the pipeline. */
    public static final String NAME = "muster-upgrade";

    /** The handler of faults, in the pipeline of a WebSocket. */
    static final String FAULTS = "muster-websocket-faults";

    private static final int MAX_BYTES = 8 * 1024;
    private static final String END = "\r\n\r\n";

    private boolean refused;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) {
        if (refused) {
            bytes.skipBytes(bytes.readableBytes());
        } else if (bytes.getByte(bytes.readerIndex()) != 'G') {
            context.pipeline().remove(this);
        } else {
            decodeHead(context, bytes);
        }
    }

    private void decodeHead(ChannelHandlerContext context, ByteBuf bytes) {
        int length = Math.min(bytes.readableBytes(), MAX_BYTES);
        String text = bytes.toString(bytes.readerIndex(), length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END);
        if (end < 0 && length < MAX_BYTES) {
            return;
        }
        if (end >= 0 && WebSocketHead.isOne(text.substring(0, end + END.length()))) {
            context.pipeline().remove(this);
        } else {
            refused = true;
            refuse(context);
        }
    }

    /** The broker has read the head, and knows that this is a WebSocket. */
    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        ChannelHandlerContext broker = context.pipeline().context(WebSocketServerHandler.class);
        if (broker != null) {
            context.pipeline().addBefore(broker.name(), FAULTS, new Faults());
        }
    }

    private static void refuse(ChannelHandlerContext context) {
        RefusedPackets.malformed(Peer.address(context.channel()), "no-connect");
        context.close();
    }

    /** Ends a connection whose frames are not readable (RFC 6455 section 7.1.7). */
    private static final class Faults extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (context.channel().isActive()) {
                refuse(context);
            }
        }
    }
}
