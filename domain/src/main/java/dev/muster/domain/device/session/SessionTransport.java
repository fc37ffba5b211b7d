package dev.muster.domain.device.session;

/** What carries the packets of a session. */
public enum SessionTransport {
    /** Without TLS; only on the machine of the server. */
    TCP,
    TLS,
    /** WebSocket without TLS. */
    WS,
    /** WebSocket over TLS. */
    WSS;

    public static SessionTransport of(boolean isWebSocket, boolean hasTls) {
        if (isWebSocket) {
            return hasTls ? WSS : WS;
        }
        return hasTls ? TLS : TCP;
    }
}
