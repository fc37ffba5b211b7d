package dev.muster.testkit;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One connection of MQTT, byte by byte. It writes what the test wants, and reads packets as they are. */
public final class MqttWire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final DataInputStream input;

    private MqttWire(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new DataInputStream(socket.getInputStream());
    }

    /** Without TLS: only the demonstration has this port. */
    public static MqttWire plain(MusterServer server) throws IOException {
        return new MqttWire(connected(server.port("muster.mqtt-port"), "127.0.0.1"));
    }

    public static MqttWire tls(MusterServer server) throws IOException {
        return tls(server, Trust.in(server.root()));
    }

    public static MqttWire tls(MusterServer server, SSLContext context) throws IOException {
        return tls(server, context, "127.0.0.1");
    }

    /** @param from an address of this machine: all of 127.0.0.0/8 is this machine */
    public static MqttWire tls(MusterServer server, SSLContext context, String from) throws IOException {
        int port = server.port("muster.mqtts-port");
        Socket plain = connected(port, from);
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", port, true);
        try {
            secured.startHandshake();
        } catch (IOException refused) {
            secured.close();
            throw refused;
        }
        return new MqttWire(secured);
    }

    /** The port of TLS without its handshake. */
    public static MqttWire silent(MusterServer server) throws IOException {
        return new MqttWire(connected(server.port("muster.mqtts-port"), "127.0.0.1"));
    }

    private static Socket connected(int port, String from) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), PATIENCE_MILLIS);
        return socket;
    }

    /** How long a read waits, in milliseconds. */
    public MqttWire patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return this;
    }

    public MqttWire send(byte[]... packets) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            all.write(packet);
        }
        socket.getOutputStream().write(all.toByteArray());
        socket.getOutputStream().flush();
        return this;
    }

    /** Says that no more comes. */
    public MqttWire end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** The next packet; empty if the server has ended the connection. A reset is an end, a silence is not. */
    public Optional<MqttPacket> read() throws IOException {
        try {
            int first = input.read();
            if (first < 0) {
                return Optional.empty();
            }
            byte[] body = new byte[length()];
            input.readFully(body);
            return Optional.of(new MqttPacket(first, body));
        } catch (SocketTimeoutException silence) {
            throw silence;
        } catch (EOFException half) {
            throw new IllegalStateException("half a packet", half);
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** The next packet. */
    public MqttPacket next() throws IOException {
        return read().orElseThrow(() -> new IllegalStateException("the server has ended the connection"));
    }

    private int length() throws IOException {
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = input.readUnsignedByte();
            length |= (digit & 127) << shift;
            shift += 7;
        } while ((digit & 128) != 0);
        return length;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
