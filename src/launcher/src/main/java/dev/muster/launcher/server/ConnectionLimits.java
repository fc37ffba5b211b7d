package dev.muster.launcher.server;

import java.time.Duration;

/**
 * How long a connection may do nothing, and how many may do so on one listener (operations.md, "Connections").
 *
 * @param handshakeSeconds the longest handshake
 * @param handshakes open at the same time
 * @param handshakesOfSource the same, of one address
 * @param idleSeconds the longest time between two requests
 * @param idle connections that wait for a request
 * @param idleOfSource the same, of one address
 */
record ConnectionLimits(
        int handshakeSeconds, int handshakes, int handshakesOfSource, int idleSeconds, int idle, int idleOfSource) {

    static final int HANDSHAKE_SECONDS = 30;
    static final int HANDSHAKES = 2_000;
    static final int HANDSHAKES_OF_SOURCE = 1_000;
    static final int IDLE_SECONDS = 75;
    static final int IDLE = 8_000;
    static final int IDLE_OF_SOURCE = 2_000;

    /** A peer that signs slowly is let finish, unless others wait for its place: then it has this long. */
    static final Duration SPARED = Duration.ofSeconds(10);

    /** The same for a peer that has sent nothing yet: clients begin at once. */
    static final Duration SILENT_SPARED = Duration.ofSeconds(1);

    /** The head of a request that has begun. */
    static final Duration HEAD = Duration.ofSeconds(15);

    /** A peer that was refused is given this time to read why. */
    static final Duration REFUSED = Duration.ofSeconds(2);

    /** From the system properties that the launcher passes on; the default if one is absent. */
    static ConnectionLimits ofSystem() {
        return new ConnectionLimits(
                Integer.getInteger("muster.handshake-seconds", HANDSHAKE_SECONDS),
                Integer.getInteger("muster.handshakes", HANDSHAKES),
                Integer.getInteger("muster.handshakes-per-source", HANDSHAKES_OF_SOURCE),
                Integer.getInteger("muster.idle-seconds", IDLE_SECONDS),
                Integer.getInteger("muster.idle-connections", IDLE),
                Integer.getInteger("muster.idle-connections-per-source", IDLE_OF_SOURCE));
    }
}
