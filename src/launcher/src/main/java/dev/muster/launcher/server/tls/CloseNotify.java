package dev.muster.launcher.server.tls;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ssl.SSLUtils;

/**
 * Closes a connection as TLS requires (RFC 8446 section 6.1): with close_notify first, so that the peer knows that
 * nothing was cut off.
 */
public final class CloseNotify {

    private CloseNotify() {}

    /** Sends close_notify, and closes the connection when it is sent. */
    public static void sendAndClose(Connection<?> connection) {
        send(connection);
        connection.closeSilently();
    }

    /** Sends close_notify after what was written before. The server closes the connection. */
    public static void send(Connection<?> connection) {
        SSLEngine engine = SSLUtils.getSSLEngine(connection);
        if (engine != null) {
            synchronized (connection) { // as the server does when it encrypts
                engine.closeOutbound();
                Wire.write(connection, pending(engine));
            }
        }
    }

    /**
     * What the engine still has to send, above all an alert. After a failure its first call throws the same failure
     * again.
     */
    public static byte[] pending(SSLEngine engine) {
        ByteBuffer output = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        int before = -1;
        while (before != output.position()) {
            before = output.position();
            wrap(engine, output);
        }
        output.flip();
        byte[] octets = new byte[output.remaining()];
        output.get(octets);
        return octets;
    }

    private static void wrap(SSLEngine engine, ByteBuffer output) {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                engine.wrap(ByteBuffer.allocate(0), output);
                return;
            } catch (SSLException | RuntimeException told) {
                // the failure that is known already; the alert follows it
            }
        }
    }
}
