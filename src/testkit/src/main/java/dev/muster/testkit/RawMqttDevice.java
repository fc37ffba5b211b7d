package dev.muster.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A device that sends its packets of MQTT itself, over TLS: it sends no pings, and sees each packet of the server. */
public final class RawMqttDevice implements AutoCloseable {

    public static final int V311 = 4;
    public static final int V5 = 5;

    private static final int PATIENCE_MILLIS = 30_000;

    private static final int CONNECT = 0x10;

    /** User name, password, clean session. */
    private static final int FLAGS = 0b1100_0010;

    private static final int WILL = 0b0000_1100;

    private final Socket socket;
    private final DataInputStream input;

    private RawMqttDevice(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new DataInputStream(socket.getInputStream());
    }

    /**
     * A device that is connected.
     *
     * @param keepAlive in seconds
     * @param will the payload of its last will, which goes to its telemetry; null if it has none
     */
    public static RawMqttDevice connect(
            MusterServer server, int version, String key, String token, int keepAlive, String will) throws IOException {
        Socket socket =
                Trust.in(server.root()).getSocketFactory().createSocket("localhost", server.port("muster.mqtts-port"));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        RawMqttDevice device = new RawMqttDevice(socket);
        device.packet(CONNECT, connect(version, key, token, keepAlive, will));
        String answer = device.read();
        if (!answer.startsWith("20 0000")) {
            throw new IOException("refused: " + answer);
        }
        return device;
    }

    /** The body of a CONNECT with an empty client id. */
    public static byte[] connect(int version, String key, String token, int keepAlive, String will) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF("MQTT");
        out.writeByte(version);
        out.writeByte(will == null ? FLAGS : FLAGS | WILL);
        out.writeShort(keepAlive);
        properties(version, out);
        out.writeUTF("");
        if (will != null) {
            properties(version, out);
            out.writeUTF("t");
            out.writeShort(will.length());
            out.write(will.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeUTF(key);
        out.writeUTF(token);
        return body.toByteArray();
    }

    private static void properties(int version, DataOutputStream out) throws IOException {
        if (version == V5) {
            out.writeByte(0);
        }
    }

    /** Returns whether the server answers a ping. */
    public boolean isAnswered() throws IOException {
        packet(0xC0, new byte[0]);
        return read().startsWith("d0");
    }

    public void disconnect() throws IOException {
        packet(0xE0, new byte[0]);
    }

    public void packet(int first, byte[] body) throws IOException {
        socket.getOutputStream().write(framed(first, body));
        socket.getOutputStream().flush();
    }

    public static byte[] framed(int first, byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        int length = body.length;
        do {
            int digit = length & 127;
            length >>= 7;
            packet.write(length > 0 ? digit | 128 : digit);
        } while (length > 0);
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    /** The next packet in hexadecimal, without its length; empty if the server has closed the connection. */
    public String read() throws IOException {
        int first = input.read();
        if (first < 0) {
            return "";
        }
        int length = 0;
        int digit;
        int shift = 0;
        do {
            digit = input.readUnsignedByte();
            length |= (digit & 127) << shift;
            shift += 7;
        } while ((digit & 128) != 0);
        return "%02x %s".formatted(first, HexFormat.of().formatHex(input.readNBytes(length)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
