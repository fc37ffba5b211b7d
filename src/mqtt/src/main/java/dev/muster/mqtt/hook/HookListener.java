package dev.muster.mqtt.hook;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLEngine;

/** The port at which brokers outside ask. It has nothing else, and TLS lets in only clients with a certificate. */
public final class HookListener {

    private static final Logger LOG = Logger.getLogger(HookListener.class.getName());

    /** A certificate in PEM has 2 to 4 KiB, and a password at most 3. */
    private static final int MAX_BODY = 64 * 1024;

    private static final int MAX_LINE = 4 * 1024;

    private static final int MAX_HEADERS = 8 * 1024;

    private static final int MAX_CHUNK = 8 * 1024;

    /** A broker has a handful. */
    private static final int MAX_CONNECTIONS = 512;

    private static final int HANDSHAKE_SECONDS = 10;

    /** A connection that waits for its next request; brokers open another when they need it. */
    private static final int IDLE_SECONDS = 120;

    private static final long STOP_MILLIS = 2_000;

    private final HookDesk desk;
    private final Executor workers;
    private final EventLoopGroup loops = new NioEventLoopGroup(2, new DefaultThreadFactory("muster-broker-hook", true));
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    /** @param workers run what opens transactions; they refuse it if too much waits */
    public HookListener(HookDesk desk, Executor workers) {
        this.desk = desk;
        this.workers = workers;
    }

    /**
     * Opens the port.
     *
     * @param engines of TLS; they require a client certificate
     * @throws Exception an IOException if the port cannot be opened
     */
    public void open(String address, int port, Supplier<SSLEngine> engines) throws Exception {
        channels.add(new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        take(channel, engines.get());
                    }
                })
                .bind(address, port)
                .sync()
                .channel());
    }

    private void take(Channel channel, SSLEngine engine) {
        if (channels.size() > MAX_CONNECTIONS) {
            RefusedQuestions.note("too many connections", address(channel));
            channel.close();
            return;
        }
        channels.add(channel);
        SslHandler tls = new SslHandler(engine);
        tls.setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
        channel.pipeline()
                .addLast(tls)
                .addLast(new ReadTimeoutHandler(IDLE_SECONDS))
                .addLast(new HttpServerCodec(MAX_LINE, MAX_HEADERS, MAX_CHUNK))
                .addLast(new BoundedBody())
                .addLast(new HookConnection(desk, workers));
    }

    /** Answers 413 to a longer body, and closes the connection. */
    private static final class BoundedBody extends HttpObjectAggregator {

        BoundedBody() {
            super(MAX_BODY, true);
        }

        @Override
        protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) throws Exception {
            RefusedQuestions.note("413", address(context.channel()));
            super.handleOversizedMessage(context, oversized);
        }
    }

    static void unexpected(RuntimeException cause) {
        LOG.log(Level.SEVERE, "A question of a broker cannot be answered", cause);
    }

    static String address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress socket && socket.getAddress() != null
                ? socket.getAddress().getHostAddress().replaceFirst("%.*", "")
                : "unknown";
    }

    /** Closes the port and all connections. */
    public void close() {
        channels.close().awaitUninterruptibly(STOP_MILLIS);
        loops.shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS);
    }
}
