package dev.muster.mqtt.broker;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import java.util.List;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * Apache Artemis without ports, files and users of its own. Connections come from {@link MqttListener}, which hands each
 * of them over. It stores nothing: what must be right is only in the database.
 */
final class EmbeddedBroker {

    private static final String ACCEPTOR = "mqtt";

    /** The broker opens no port: that is what "HTTP upgrade" means to it. */
    private static final String URL = "tcp://127.0.0.1:0?protocols=MQTT;httpUpgradeEnabled=true;nioRemotingThreads=1;"
            + "remotingThreads=1;useEpoll=false;useKQueue=false;handshake-timeout=0;serverKeepAlive=0;"
            + "webSocketMaxFramePayloadLength=1048576";

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    private NettyAcceptor acceptor;

    void start(DevicePipeline pipeline) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration
                .setName("muster")
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setMessageCounterEnabled(false)
                .setCriticalAnalyzer(false)
                .setMaxDiskUsage(-1);
        configuration.addAcceptorConfiguration(ACCEPTOR, URL);
        configuration.registerBrokerPlugin(pipeline);
        broker.setConfiguration(configuration).start();
        acceptor =
                (NettyAcceptor) broker.getActiveMQServer().getRemotingService().getAcceptor(ACCEPTOR);
    }

    /** Lets the broker speak with a new connection. */
    void transfer(Channel channel) {
        acceptor.transfer(channel);
    }

    /** Of the connections that speak MQTT; for the test of the order in them. */
    List<ChannelPipeline> pipelines() {
        return acceptor.getConnections().values().stream()
                .map(connection -> connection.getNettyChannel().pipeline())
                .toList();
    }

    void stop() throws Exception {
        broker.stop();
    }
}
