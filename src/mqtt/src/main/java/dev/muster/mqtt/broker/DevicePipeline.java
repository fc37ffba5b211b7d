package dev.muster.mqtt.broker;

import dev.muster.domain.mqtt.MqttLimits;
import dev.muster.mqtt.channel.DeviceHandler;
import dev.muster.mqtt.channel.MqttServices;
import dev.muster.mqtt.channel.PacketFrames;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTConnection;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Puts our handler before the broker's as soon as a connection speaks MQTT. Also replaces the decoder: the broker's
 * reads packets of 256 MiB, and client ids of 23 characters only (MQTT 3.1).
 */
final class DevicePipeline implements ActiveMQServerPlugin {

    /** The name of our decoder in the pipeline. */
    static final String DECODER = "muster-decoder";

    private static final int CLIENT_ID_LENGTH = 65_535;

    private final MqttServices services;

    DevicePipeline(MqttServices services) {
        this.services = services;
    }

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        if (connection instanceof MQTTConnection
                && connection.getTransportConnection() instanceof NettyConnection netty) {
            ChannelPipeline pipeline = netty.getNettyChannel().pipeline();
            DeviceHandler device = new DeviceHandler(services);
            pipeline.replace(
                    MqttDecoder.class, DECODER, new MqttDecoder(MqttLimits.MAX_PACKET_BYTES, CLIENT_ID_LENGTH));
            pipeline.addBefore(DECODER, PacketFrames.NAME, new PacketFrames(device));
            pipeline.addBefore(pipeline.context(MQTTProtocolHandler.class).name(), DeviceHandler.NAME, device);
        }
    }
}
