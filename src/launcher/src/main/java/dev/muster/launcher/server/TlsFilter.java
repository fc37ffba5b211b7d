package dev.muster.launcher.server;

import dev.muster.launcher.server.tls.Alert;
import dev.muster.launcher.server.tls.CloseNotify;
import dev.muster.launcher.server.tls.HalfOpenEngine;
import dev.muster.launcher.server.tls.RefusedHandshakes;
import dev.muster.launcher.server.tls.Wire;
import java.io.EOFException;
import java.io.IOException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.ssl.SSLBaseFilter;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;
import org.glassfish.grizzly.ssl.SSLUtils;

/**
 * The TLS of the server, with what it lacks: a refused handshake ends with an alert (RFC 8446 section 6.2), and a
 * request is answered although its client has already said that it will send no more (section 6.1). No thread waits for
 * a peer during a handshake.
 */
final class TlsFilter extends SSLBaseFilter {

    private final OpenConnections connections;

    TlsFilter(SSLEngineConfigurator engines, OpenConnections connections) {
        super(engines, false);
        this.connections = connections;
        setRenegotiationDisabled(true);
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        Connection<?> connection = context.getConnection();
        if (connections.isEnding(connection)) {
            return context.getStopAction();
        }
        SSLEngine engine = SSLUtils.getSSLEngine(connection);
        boolean opening = engine == null || SSLUtils.isHandshaking(engine);
        connections.opening(connection);
        byte[] start = start(context.getMessage());
        try {
            return afterRead(context, super.handleRead(context));
        } catch (SSLException | RuntimeException e) {
            if (opening) {
                refuse(connection, start, e);
                return context.getStopAction();
            }
            Wire.write(connection, CloseNotify.pending(SSLUtils.getSSLEngine(connection)));
            throw e;
        }
    }

    @Override
    protected void notifyHandshakeComplete(Connection<?> connection, SSLEngine engine) {
        connections.established(connection);
        super.notifyHandshakeComplete(connection, engine);
    }

    /** @throws EOFException if a thread waits for the rest of a body and the client will send no more */
    private NextAction afterRead(FilterChainContext context, NextAction next) throws EOFException {
        Connection<?> connection = context.getConnection();
        if (SSLUtils.getSSLEngine(connection) instanceof HalfOpenEngine engine && engine.isPeerDone()) {
            boolean more = next.type() == context.getInvokeAction().type();
            if (!more && context.getTransportContext().isBlocking()) {
                throw new EOFException("the client has ended the connection within a request");
            }
            connections.peerDone(connection, more);
        }
        return next;
    }

    private void refuse(Connection<?> connection, byte[] start, Exception cause) {
        connections.refused(connection);
        SSLEngine engine = SSLUtils.getSSLEngine(connection);
        byte[] alert = CloseNotify.pending(engine);
        if (alert.length == 0
                || Alert.isInternalError(alert) && Alert.ofCertificate(cause).isEmpty()) {
            alert = Alert.ofRecord(start).toRecord();
        }
        RefusedHandshakes.OF_SERVER.count(Alert.describe(alert, cause), connection.getPeerAddress());
        Wire.writeLast(connection, alert);
    }

    /** The first two octets, if there are any. */
    private static byte[] start(Buffer message) {
        byte[] start = new byte[message == null ? 0 : Math.min(message.remaining(), 2)];
        for (int i = 0; i < start.length; i++) {
            start[i] = message.get(message.position() + i);
        }
        return start;
    }
}
