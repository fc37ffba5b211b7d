package dev.muster.bench.mqtt;

import dev.muster.testkit.MqttPacket;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A device on one connection of MQTT 3.1.1 over TLS. It writes the packets itself: a client library would take more of
 * the processors, which the server needs.
 */
final class MqttDevice implements AutoCloseable {

    private static final int BUFFER = 16_384;

    private static final int TIMEOUT_MILLIS = 30_000;

    private static final int CONNACK = 0x20;

    private static final int PUBLISH_QOS_1 = 0x32;

    private static final int PUBACK = 0x40;

    private static final int KEEP_ALIVE_SECONDS = 60;

    private static final byte[] TOPIC = {0, 1, 't'};

    private final SSLSocket socket;
    private final DataInputStream input;
    private final OutputStream output;

    MqttDevice(SSLContext trust, int port) throws IOException {
        socket = (SSLSocket) trust.getSocketFactory().createSocket("localhost", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        input = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        output = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    void connect(String user, String password) throws IOException {
        output.write(MqttPacket.connect(MqttPacket.V311, user, password, KEEP_ALIVE_SECONDS));
        output.flush();
        expect(CONNACK);
        int code = input.readUnsignedShort() & 0xFF;
        if (code != 0) {
            throw new IOException("The server refuses the connection with " + code);
        }
    }

    /** Not sent before {@link #flush}. @param packetId 1 to 65535 */
    void publish(int packetId, String payload) throws IOException {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        output.write(PUBLISH_QOS_1);
        output.write(MqttPacket.length(TOPIC.length + 2 + bytes.length));
        output.write(TOPIC);
        output.write(packetId >> 8);
        output.write(packetId);
        output.write(bytes);
    }

    void flush() throws IOException {
        output.flush();
    }

    /** The packet id of the next PUBACK. Waits for it. */
    int acknowledged() throws IOException {
        expect(PUBACK);
        return input.readUnsignedShort();
    }

    /** Whether a whole PUBACK is there without waiting. */
    boolean hasMore() throws IOException {
        return input.available() >= 4;
    }

    private void expect(int type) throws IOException {
        int first = input.readUnsignedByte();
        int length = input.readUnsignedByte();
        if (first != type || length != 2) {
            throw new IOException("The server sends a packet 0x%02x of %d octets".formatted(first, length));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
