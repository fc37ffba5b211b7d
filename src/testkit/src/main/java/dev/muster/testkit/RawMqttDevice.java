package dev.muster.testkit;

import java.io.IOException;

/** A device that sends its packets of MQTT itself, over TLS: it sends no pings, and sees each packet of the server. */
public final class RawMqttDevice implements AutoCloseable {

    public static final int V311 = MqttPacket.V311;
    public static final int V5 = MqttPacket.V5;

    /** There is a will, with QoS 1. */
    private static final int WILL = 0b0000_1100;

    private final MqttWire wire;

    private RawMqttDevice(MqttWire wire) {
        this.wire = wire;
    }

    /**
     * A device that is connected.
     *
     * @param keepAlive in seconds
     * @param will the payload of its last will, which goes to its telemetry; null if it has none
     */
    public static RawMqttDevice connect(
            MusterServer server, int version, String key, String token, int keepAlive, String will) throws IOException {
        RawMqttDevice device = new RawMqttDevice(MqttWire.tls(server));
        device.wire.send(
                will == null
                        ? MqttPacket.connect(version, key, token, keepAlive)
                        : MqttPacket.connectWithWill(version, key, token, keepAlive, "t", will, WILL));
        String answer = device.read();
        if (!answer.startsWith("20 0000")) {
            throw new IOException("refused: " + answer);
        }
        return device;
    }

    /** Returns whether the server answers a ping. */
    public boolean isAnswered() throws IOException {
        wire.send(MqttPacket.ping());
        return read().startsWith("d0");
    }

    public void disconnect() throws IOException {
        packet(0xE0, new byte[0]);
    }

    public void packet(int first, byte[] body) throws IOException {
        wire.send(MqttPacket.of(first, body));
    }

    /** The next packet in hexadecimal, without its length; empty if the server has closed the connection. */
    public String read() throws IOException {
        return wire.read().map(MqttPacket::toString).orElse("");
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
