package dev.muster.domain.device.session;

/** Why a session of a device has ended. */
public enum SessionEnd {
    /** The device has said so (DISCONNECT). */
    DISCONNECTED,
    /** The connection has broken off. */
    CONNECTION_LOST,
    /** The device was silent for one and a half times its keep-alive. */
    KEEP_ALIVE_TIMEOUT,
    /** The device has connected again. */
    TAKEN_OVER,
    /** The credentials of the device were revoked, replaced or suspended, or the device was deleted. */
    CREDENTIALS_ENDED,
    /** The server has ended it, because of what the device sent, or because the server could not take it. */
    ENDED_BY_SERVER,
    /** The server was stopped. */
    SERVER_STOPPED,
    /** The server has disappeared. */
    SERVER_GONE;

    /** Of MQTT 5.0 section 3.14.2.1, as the next ones. */
    private static final int CODE_KEEP_ALIVE_TIMEOUT = 0x8D;

    private static final int CODE_TAKEN_OVER = 0x8E;

    private static final int CODE_ADMINISTRATIVE_ACTION = 0x98;

    /** @param reason code of the DISCONNECT by which the server ended the session (MQTT 5.0 section 3.14.2.1) */
    public static SessionEnd of(int reason) {
        return switch (reason) {
            case CODE_KEEP_ALIVE_TIMEOUT -> KEEP_ALIVE_TIMEOUT;
            case CODE_TAKEN_OVER -> TAKEN_OVER;
            case CODE_ADMINISTRATIVE_ACTION -> CREDENTIALS_ENDED;
            default -> ENDED_BY_SERVER;
        };
    }
}
