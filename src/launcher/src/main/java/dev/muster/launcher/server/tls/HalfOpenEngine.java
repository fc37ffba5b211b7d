package dev.muster.launcher.server.tls;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * An engine that hides from the server that the peer will send no more (close_notify), because the server would throw
 * away what came before. {@link #isPeerDone()} tells it, and an answer can still be sent (RFC 8446 section 6.1). Under
 * TLS 1.2 the JDK's engine sends nothing after a close_notify, so the record is not passed to it. In that version an
 * alert can be told from data without its key, and an established connection receives no other alerts than those that
 * end it.
 */
public final class HalfOpenEngine extends DelegatingEngine {

    /** The type of an alert record (RFC 5246 section 6.2.1). */
    private static final byte ALERT = 21;

    private volatile boolean peerDone;

    HalfOpenEngine(SSLEngine engine) {
        super(engine);
    }

    public boolean isPeerDone() {
        return peerDone;
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer source, ByteBuffer[] targets, int offset, int length) throws SSLException {
        if (peerDone) {
            return skip(source);
        }
        if (isAlertOfTls12(source)) {
            peerDone = true;
            return skip(source);
        }
        boolean opening = super.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
        SSLEngineResult result = super.unwrap(source, targets, offset, length);
        if (opening || result.getStatus() != Status.CLOSED) {
            return result;
        }
        peerDone = true;
        return new SSLEngineResult(
                Status.OK, HandshakeStatus.NOT_HANDSHAKING, result.bytesConsumed(), result.bytesProduced());
    }

    @Override
    public HandshakeStatus getHandshakeStatus() {
        return peerDone ? HandshakeStatus.NOT_HANDSHAKING : super.getHandshakeStatus();
    }

    private boolean isAlertOfTls12(ByteBuffer source) {
        return source.hasRemaining()
                && source.get(source.position()) == ALERT
                && super.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
                && "TLSv1.2".equals(getSession().getProtocol());
    }

    private static SSLEngineResult skip(ByteBuffer source) {
        int skipped = source.remaining();
        source.position(source.limit());
        return new SSLEngineResult(Status.OK, HandshakeStatus.NOT_HANDSHAKING, skipped, 0);
    }
}
