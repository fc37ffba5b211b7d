package dev.muster.it;

import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** One connection to a server, byte by byte, from an address that the test chooses: all of 127.0.0.0/8 is this machine. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    /** @param url http or https; without a name, so that the address family is that of the sender */
    static RawConnection open(MusterServer server, String url, String from) throws IOException {
        URI uri = URI.create(url);
        Socket plain = new Socket();
        plain.setSoTimeout(PATIENCE_MILLIS);
        plain.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        plain.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), uri.getPort()), PATIENCE_MILLIS);
        return new RawConnection(uri.getScheme().equals("https") ? tls(server, plain, uri) : plain);
    }

    private static Socket tls(MusterServer server, Socket plain, URI uri) throws IOException {
        Path root = server.root();
        SSLSocketFactory factory = Trust.in(root).getSocketFactory();
        return factory.createSocket(plain, uri.getHost(), uri.getPort(), true);
    }

    /** Sends text in ISO 8859-1, each character a byte. */
    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** The next line of the answer's head; empty if the server ended the connection instead. */
    String statusLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        try {
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                line.write(c);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException ended) {
            return "";
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    /** The value of a header field, after the status line; empty if the head does not have it. */
    String header(String name) throws IOException {
        String value = "";
        for (String line = statusLine(); !line.isEmpty(); line = statusLine()) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                value = line.substring(name.length() + 1).strip();
            }
        }
        return value;
    }

    /** The lines of the next answer's head, the status line first; empty if the server ended the connection instead. */
    List<String> head() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = statusLine(); !line.isEmpty(); line = statusLine()) {
            lines.add(line);
        }
        return lines;
    }

    /** Everything until the server ends the connection. */
    String rest() throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(rest);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException ended) {
            // as good as the end
        }
        return rest.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
