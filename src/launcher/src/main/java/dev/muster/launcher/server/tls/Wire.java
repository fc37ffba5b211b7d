package dev.muster.launcher.server.tls;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.Writer;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;

/** Writes octets to a peer below TLS, in order with what the server has already written. */
public final class Wire {

    private Wire() {}

    public static void write(Connection<?> connection, byte[] octets) {
        if (octets.length > 0) {
            writer(connection).write(connection(connection), Buffers.wrap(connection.getMemoryManager(), octets), null);
        }
    }

    /** Writes the last octets. The peer is then told that no more will come (TCP FIN), and may still send. */
    public static void writeLast(Connection<?> connection, byte[] octets) {
        writer(connection)
                .write(
                        connection(connection),
                        Buffers.wrap(connection.getMemoryManager(), octets),
                        new EmptyCompletionHandler<WriteResult<WritableMessage, SocketAddress>>() {
                            @Override
                            public void completed(WriteResult<WritableMessage, SocketAddress> result) {
                                shutDown(connection);
                            }
                        });
    }

    private static void shutDown(Connection<?> connection) {
        if (((NIOConnection) connection).getChannel() instanceof SocketChannel channel) {
            try {
                channel.shutdownOutput();
            } catch (IOException gone) {
                connection.terminateSilently();
            }
        }
    }

    @SuppressWarnings("unchecked") // a TCP connection: its addresses are those of sockets
    private static Connection<SocketAddress> connection(Connection<?> connection) {
        return (Connection<SocketAddress>) connection;
    }

    @SuppressWarnings("unchecked")
    private static Writer<SocketAddress> writer(Connection<?> connection) {
        return connection.getTransport().getWriter(false);
    }
}
