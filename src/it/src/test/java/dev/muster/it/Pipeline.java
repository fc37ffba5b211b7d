package dev.muster.it;

import dev.muster.testkit.ApiClient;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Trust;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One connection on which all requests are sent before the first answer is read (RFC 9112 section 9.3.2). */
final class Pipeline {

    private static final int PATIENCE_MILLIS = 60_000;

    private Pipeline() {}

    /**
     * Posts JSON bodies to one path.
     *
     * @return the statuses, in the order of the bodies
     */
    static List<Integer> post(MusterServer server, ApiClient client, String path, List<String> bodies) {
        URI base = URI.create(client.base());
        try (Socket socket = Trust.in(server.root()).getSocketFactory().createSocket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            StringBuilder requests = new StringBuilder();
            bodies.forEach(body -> requests.append("POST ")
                    .append(path)
                    .append(" HTTP/1.1\r\nHost: ")
                    .append(base.getAuthority())
                    .append("\r\nAuthorization: ")
                    .append(client.authorization())
                    .append("\r\nContent-Type: application/json\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n\r\n")
                    .append(body));
            OutputStream out = socket.getOutputStream();
            out.write(requests.toString().getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return read(new BufferedInputStream(socket.getInputStream()), bodies.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> read(InputStream in, int answers) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        try {
            while (statuses.size() < answers) {
                statuses.add(Integer.valueOf(line(in).split(" ")[1]));
                skipBody(in, bodyLength(in));
            }
        } catch (IOException e) {
            throw new IOException("Only " + statuses.size() + " answers: " + statuses, e);
        }
        return statuses;
    }

    /** @return -1 for a body in chunks */
    private static int bodyLength(InputStream in) throws IOException {
        int length = 0;
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            String lower = field.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            } else if (lower.startsWith("transfer-encoding:")) {
                length = -1;
            }
        }
        return length;
    }

    private static void skipBody(InputStream in, int length) throws IOException {
        if (length >= 0) {
            in.skipNBytes(length);
            return;
        }
        for (int chunk = Integer.parseInt(line(in), 16); chunk > 0; chunk = Integer.parseInt(line(in), 16)) {
            in.skipNBytes(chunk + 2L);
        }
        line(in);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection ended within an answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
