package dev.muster.launcher.server.tls;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ssl.SSLUtils;

/** Ends a connection as TLS asks for (RFC 8446 section 6.1): close_notify first, so that nobody takes it for cut off. */
public final class Farewell {

    private Farewell() {}

    /** Says it, and closes when it is sent. */
    public static void say(Connection<?> connection) {
        sayOnly(connection);
        connection.closeSilently();
    }

    /** Says it, after what was written. The server closes. */
    public static void sayOnly(Connection<?> connection) {
        SSLEngine engine = SSLUtils.getSSLEngine(connection);
        if (engine != null) {
            synchronized (connection) { // as the server does when it encrypts
                engine.closeOutbound();
                Wire.write(connection, pending(engine));
            }
        }
    }

    /** What the engine still has to say, above all an alert; after a failure its first call tells of that once more. */
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
