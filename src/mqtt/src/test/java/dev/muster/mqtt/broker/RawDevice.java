package dev.muster.mqtt.broker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A device that sends any bytes, and reads packets as they are. */
final class RawDevice implements AutoCloseable {

    static final int V311 = 4;
    static final int V5 = 5;

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream input;

    private RawDevice(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new DataInputStream(socket.getInputStream());
    }

    static RawDevice at(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new RawDevice(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A CONNECT with user name and password, an empty client id and a keep-alive of a minute. */
    RawDevice connect(int version, String user, String password) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF("MQTT");
        out.writeByte(version);
        out.writeByte(0b1100_0010);
        out.writeShort(60);
        if (version == V5) {
            out.writeByte(0);
        }
        out.writeUTF("");
        out.writeUTF(user);
        out.writeUTF(password);
        return packet(0x10, body.toByteArray());
    }

    RawDevice publish(int version, int qos, int packetId, String topic, String payload) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeUTF(topic);
        if (qos > 0) {
            out.writeShort(packetId);
        }
        if (version == V5) {
            out.writeByte(0);
        }
        out.write(payload.getBytes(StandardCharsets.UTF_8));
        return packet(0x30 | qos << 1, body.toByteArray());
    }

    RawDevice subscribe(int version, int packetId, String... filters) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeShort(packetId);
        if (version == V5) {
            out.writeByte(0);
        }
        for (String filter : filters) {
            out.writeUTF(filter);
            out.writeByte(1);
        }
        return packet(0x82, body.toByteArray());
    }

    RawDevice packet(int first, byte[] body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        int length = body.length;
        do {
            int digit = length & 127;
            length >>= 7;
            packet.write(length > 0 ? digit | 128 : digit);
        } while (length > 0);
        packet.write(body);
        return send(packet.toByteArray());
    }

    RawDevice send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** The next packet in hexadecimal, its length included; empty if the server has closed the connection. */
    String read() throws IOException {
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
        byte[] body = input.readNBytes(length);
        return "%02x %s".formatted(first, HexFormat.of().formatHex(body));
    }

    /** A line of an answer of HTTP, without its end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = input.read(); c >= 0 && c != '\n'; c = input.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    /** Says that no more comes. */
    void end() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
