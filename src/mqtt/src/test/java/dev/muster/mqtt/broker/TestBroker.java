package dev.muster.mqtt.broker;

import dev.muster.domain.shared.Places;
import io.netty.channel.ChannelPipeline;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** The real broker with a port on loopback, without TLS and without the application. */
final class TestBroker {

    private final EmbeddedBroker broker = new EmbeddedBroker();
    private final MqttListener listener = new MqttListener(broker, new Places<>(50, 50), 30);
    private final int port;

    TestBroker(TestServices application) throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        broker.start(new DevicePipeline(application.services()));
        listener.open("127.0.0.1", port, null, Runnable::run);
    }

    int port() {
        return port;
    }

    List<ChannelPipeline> pipelines() {
        return broker.pipelines();
    }

    void stop() throws Exception {
        listener.close();
        broker.stop();
    }
}
