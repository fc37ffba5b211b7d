package dev.muster.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * One connection that is kept alive, by a socket: an HTTP client would take more of the processors, which it shares with
 * what is measured. Opened again where the server has ended it.
 */
public final class DeviceConnection implements AutoCloseable {

    private static final int BUFFER = 8192;

    private static final int TIMEOUT_MILLIS = 30_000;

    private final SSLContext trust;
    private final int port;
    private SSLSocket socket;
    private InputStream input;

    public DeviceConnection(SSLContext trust, int port) {
        this.trust = trust;
        this.port = port;
    }

    /**
     * What a server answered.
     *
     * @param retryAfter the header, null where there is none
     */
    public record Reply(int status, String retryAfter, String body) {}

    /** The head and the body of a request. */
    public static byte[] post(String path, String header, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + header
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    public Reply send(byte[] request) throws IOException {
        open();
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
        return read();
    }

    public void open() throws IOException {
        if (socket == null) {
            socket = (SSLSocket) trust.getSocketFactory().createSocket("localhost", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.startHandshake();
            input = new BufferedInputStream(socket.getInputStream(), BUFFER);
        }
    }

    private Reply read() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        String retryAfter = null;
        int length = 0;
        boolean chunked = false;
        boolean ends = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> ends = value.equalsIgnoreCase("close");
                case "retry-after" -> retryAfter = value;
                default -> {}
            }
        }
        byte[] body = chunked ? chunks() : input.readNBytes(length);
        if (ends) {
            close();
        }
        return new Reply(status, retryAfter, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.write(input.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("the server has ended the connection");
            }
            line.append((char) next);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
