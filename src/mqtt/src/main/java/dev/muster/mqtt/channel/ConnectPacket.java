package dev.muster.mqtt.channel;

import dev.muster.domain.mqtt.DeviceTopic;
import dev.muster.domain.mqtt.MqttLimits;
import dev.muster.mqtt.packet.ConnackPackets;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.Optional;
import java.util.UUID;

/**
 * What a CONNECT asks for (MQTT 5.0 section 3.1, MQTT 3.1.1 section 3.1), beside who the device is. It lives as long as
 * the connection, so it has no secret.
 *
 * @param clientId as sent; may be empty
 * @param sentKeepAlive in seconds, as sent
 * @param wantsReasons whether an answer may have a reason string (Request Problem Information)
 * @param willTopic the topic of the last will; null if there is none
 * @param will the last will: a message that counts as sent if the connection breaks; null if there is none
 * @param limits of what the device can receive
 * @param unsupported the reason code for what the server does not have (MQTT 5); empty if it has everything
 */
record ConnectPacket(
        MqttVersion version,
        String clientId,
        int sentKeepAlive,
        boolean wantsReasons,
        String willTopic,
        byte[] will,
        ReceiveLimits limits,
        Optional<Integer> unsupported) {

    /** Bad authentication method (MQTT 5.0 section 3.2.2.2). */
    private static final int BAD_AUTHENTICATION_METHOD = 0x8C;

    /** Packet too large (MQTT 5.0 section 3.2.2.2). */
    private static final int PACKET_TOO_LARGE = 0x95;

    /** Retain not supported (MQTT 5.0 section 3.2.2.2). */
    private static final int RETAIN_NOT_SUPPORTED = 0x9A;

    static ConnectPacket of(MqttConnectMessage packet) {
        MqttConnectVariableHeader header = packet.variableHeader();
        MqttVersion version = version(header.version());
        String clientId = packet.payload().clientIdentifier();
        return new ConnectPacket(
                version,
                clientId == null ? "" : clientId,
                header.keepAliveTimeSeconds(),
                version == MqttVersion.MQTT_5 && wantsReasons(header.properties()),
                header.isWillFlag() ? packet.payload().willTopic() : null,
                header.isWillFlag() ? packet.payload().willMessageInBytes() : null,
                ReceiveLimits.of(header),
                version == MqttVersion.MQTT_5 ? unsupported(header) : Optional.empty());
    }

    private static MqttVersion version(int level) {
        return switch (level) {
            case 3 -> MqttVersion.MQTT_3_1;
            case 4 -> MqttVersion.MQTT_3_1_1;
            default -> MqttVersion.MQTT_5;
        };
    }

    /** MQTT 5.0 section 3.1.2.11.7. */
    private static boolean wantsReasons(MqttProperties properties) {
        return !(properties.getProperty(MqttPropertyType.REQUEST_PROBLEM_INFORMATION.value())
                        instanceof MqttProperties.IntegerProperty wanted)
                || wanted.value() != 0;
    }

    private static Optional<Integer> unsupported(MqttConnectVariableHeader header) {
        if (header.properties().getProperty(MqttPropertyType.AUTHENTICATION_METHOD.value()) != null) {
            return Optional.of(BAD_AUTHENTICATION_METHOD);
        }
        if (header.isWillFlag() && header.isWillRetain()) {
            return Optional.of(RETAIN_NOT_SUPPORTED);
        }
        return header.isWillFlag() && header.willQos() > MqttLimits.MAXIMUM_QOS
                ? Optional.of(MqttLimits.QOS_NOT_SUPPORTED)
                : Optional.empty();
    }

    /**
     * The reason code for what the server does not have, and for a device that cannot receive the CONNACK: the limits in it may
     * not be left out. Empty if there is nothing against the packet.
     */
    Optional<Integer> refusal() {
        return unsupported.isPresent() || limits.allow(accepted(new UUID(0, 0).toString()))
                ? unsupported
                : Optional.of(PACKET_TOO_LARGE);
    }

    /** The CONNACK that accepts the connection. @param assigned the client id if the device has sent none */
    MqttConnAckMessage accepted(String assigned) {
        return ConnackPackets.accepted(version, clientId.isEmpty() ? assigned : null, changedKeepAlive());
    }

    boolean isVersion5() {
        return version == MqttVersion.MQTT_5;
    }

    /** For people. */
    String protocol() {
        return switch (version) {
            case MQTT_3_1 -> "MQTT 3.1";
            case MQTT_3_1_1 -> "MQTT 3.1.1";
            case MQTT_5 -> "MQTT 5";
        };
    }

    /** In seconds. */
    int keepAlive() {
        return (int) MqttLimits.keepAlive(sentKeepAlive).toSeconds();
    }

    /** The keep-alive if it is not the one that the device asked for; otherwise null. */
    Integer changedKeepAlive() {
        return keepAlive() == sentKeepAlive ? null : keepAlive();
    }

    /**
     * Whether the last will, if there is one, goes to the telemetry of this device.
     *
     * @param key of the topics of the device; null if it has none
     */
    boolean hasAllowedWill(String key) {
        return will == null
                || willTopic != null // the decoder drops a name of more than 32,767 bytes
                        && key != null
                        && DeviceTopic.of(willTopic, key)
                                .filter(DeviceTopic::isPublished)
                                .isPresent();
    }

    /** What the broker gets: no secret, no will, and no session that outlives the connection. */
    MqttConnectMessage forBroker(String brokersClientId) {
        return MqttMessageBuilders.connect()
                .protocolVersion(version)
                .clientId(brokersClientId)
                .cleanSession(true)
                .keepAlive(keepAlive())
                .properties(MqttProperties.NO_PROPERTIES)
                .build();
    }

    @Override
    public String toString() {
        return "ConnectPacket[" + version + "]";
    }
}
