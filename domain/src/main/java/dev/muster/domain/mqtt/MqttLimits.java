package dev.muster.domain.mqtt;

import java.time.Duration;

/** What one connection may ask for. The CONNACK of MQTT 5 announces these limits; MQTT 3.1.1 cannot. */
public final class MqttLimits {

    /** Bytes of a packet, 1 MiB like a body of HTTP telemetry (MQTT 5.0 section 3.2.2.3.6, Maximum Packet Size). */
    public static final int MAX_PACKET_BYTES = 1 << 20;

    /**
     * How many messages with QoS 1 a device may send before the first is acknowledged (MQTT 5.0 section 3.2.2.3.3,
     * Receive Maximum). Client libraries send up to 20 by default.
     */
    public static final int RECEIVE_MAXIMUM = 32;

    /** The highest QoS (MQTT 5.0 section 3.2.2.3.4, Maximum QoS). */
    public static final int MAXIMUM_QOS = 1;

    /** The reason code for a message with QoS 2: QoS not supported (MQTT 5.0 section 3.14.2.1). */
    public static final int QOS_NOT_SUPPORTED = 0x9B;

    /** How long a session outlives its connection (MQTT 5.0 section 3.1.2.11.2, Session Expiry Interval). */
    public static final Duration MAX_SESSION_EXPIRY = Duration.ofDays(1);

    /** The shortest keep-alive that the server uses (MQTT 5.0 section 3.2.2.3.14, Server Keep Alive). */
    public static final Duration MIN_KEEP_ALIVE = Duration.ofSeconds(5);

    /** The longest keep-alive that the server uses (MQTT 5.0 section 3.2.2.3.14, Server Keep Alive). */
    public static final Duration MAX_KEEP_ALIVE = Duration.ofHours(1);

    private MqttLimits() {}

    /**
     * How long the session outlives its connection.
     *
     * @param seconds as the client asks; 0xFFFFFFFF means for ever
     * @return at most {@link #MAX_SESSION_EXPIRY}; zero ends the session with its connection
     */
    public static Duration sessionExpiry(long seconds) {
        return Duration.ofSeconds(Math.clamp(seconds, 0, MAX_SESSION_EXPIRY.toSeconds()));
    }

    /**
     * The keep-alive that holds. After one and a half times this time without a packet the server ends the connection
     * (MQTT 5.0 section 3.1.2.10, MQTT 3.1.1 section 3.1.2.10).
     *
     * @param seconds as the client asks, 0 to 65,535; 0 means never, which the server does not grant
     */
    public static Duration keepAlive(int seconds) {
        long wanted = seconds == 0 ? MAX_KEEP_ALIVE.toSeconds() : seconds;
        return Duration.ofSeconds(Math.clamp(wanted, MIN_KEEP_ALIVE.toSeconds(), MAX_KEEP_ALIVE.toSeconds()));
    }
}
