package dev.muster.mqtt.channel;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection that is silent for one and a half times its keep-alive (MQTT 5.0 section 3.1.2.10). A connection that
 * the server does not read at the moment is not silent. If the server does not read it because the device reads nothing, the
 * connection ends, too.
 */
final class KeepAlive extends IdleStateHandler {

    /** Its name in the pipeline. */
    static final String NAME = "muster-keep-alive";

    private static final int MILLIS = 1_500;

    private final Runnable silent;

    /** What waited for the device to read it when this was last seen, in bytes; 0 if that was not too much. */
    private long unread;

    /**
     * @param seconds the keep-alive
     * @param silent is run when the connection is silent for too long
     */
    KeepAlive(int seconds, Runnable silent) {
        super((long) seconds * MILLIS, 0, 0, TimeUnit.MILLISECONDS);
        this.silent = silent;
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        long before = unread;
        unread = context.channel().bytesBeforeWritable();
        if (context.channel().config().isAutoRead() || unread > 0 && unread == before) {
            silent.run();
        }
    }
}
