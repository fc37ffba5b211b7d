package dev.muster.mqtt.broker;

import dev.muster.domain.shared.Places;
import dev.muster.mqtt.channel.ConnectionGuard;
import dev.muster.mqtt.channel.UpgradeGuard;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;

/** The ports of MQTT. Guards each new connection, and hands it to the broker. */
final class MqttListener {

    /** How many connections the system keeps until they are taken. */
    private static final int BACKLOG = 1_024;

    private static final long STOP_MILLIS = 2_000;

    private final EmbeddedBroker broker;
    private final Places<String> places;
    private final int handshakeSeconds;
    private final EventLoopGroup loops = new NioEventLoopGroup(0, new DefaultThreadFactory("muster-mqtt", true));
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    /**
     * @param places of connections whose CONNECT is not accepted yet, by source
     * @param handshakeSeconds how long they may take for it
     */
    MqttListener(EmbeddedBroker broker, Places<String> places, int handshakeSeconds) {
        this.broker = broker;
        this.places = places;
        this.handshakeSeconds = handshakeSeconds;
    }

    /**
     * Opens a port.
     *
     * @param engines of TLS; null for a port without TLS
     * @param handshakes runs what a handshake computes
     * @throws Exception an IOException if the port cannot be opened
     */
    void open(String address, int port, Supplier<SSLEngine> engines, Executor handshakes) throws Exception {
        channels.add(new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channels.add(channel);
                        prepare(channel, engines, handshakes);
                    }
                })
                .bind(address, port)
                .sync()
                .channel());
    }

    private void prepare(Channel channel, Supplier<SSLEngine> engines, Executor handshakes) {
        if (engines != null) {
            SslHandler tls = new SslHandler(engines.get(), handshakes);
            tls.setHandshakeTimeout(handshakeSeconds, TimeUnit.SECONDS);
            channel.pipeline().addLast("ssl", tls);
        }
        channel.pipeline().addLast(ConnectionGuard.NAME, new ConnectionGuard(places, handshakeSeconds));
        channel.pipeline().addLast(UpgradeGuard.NAME, new UpgradeGuard());
        broker.transfer(channel);
    }

    /** Closes the ports and all connections. */
    void close() {
        channels.close().awaitUninterruptibly(STOP_MILLIS);
        loops.shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(2 * STOP_MILLIS);
    }
}
