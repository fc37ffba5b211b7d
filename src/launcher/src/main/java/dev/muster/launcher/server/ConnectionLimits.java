package dev.muster.launcher.server;

import java.time.Duration;

/**
 * How long connections may be inactive, and how many of them one listener allows (operations.md, "Connections").
 *
 * @param handshakeSeconds the longest handshake
 * @param handshakes at the same time
 * @param handshakesOfSource the same, from one address
 * @param idleSeconds the longest time between two requests
 * @param idle connections that wait for a request
 * @param idleOfSource the same, from one address
 */
record ConnectionLimits(
        int handshakeSeconds, int handshakes, int handshakesOfSource, int idleSeconds, int idle, int idleOfSource) {

    static final int HANDSHAKE_SECONDS = 30;
    static final int HANDSHAKES = 2_000;
    static final int HANDSHAKES_OF_SOURCE = 1_000;
    static final int IDLE_SECONDS = 75;
    static final int IDLE = 8_000;
    static final int IDLE_OF_SOURCE = 2_000;

    /** A peer that signs slowly may finish; but if others wait for its place, it has only this long. */
    static final Duration SPARED = Duration.ofSeconds(10);

    /** The same for a peer that has sent nothing yet: clients begin at once. */
    static final Duration SILENT_SPARED = Duration.ofSeconds(1);

    /** The longest time for the head of a request, from its first octet. */
    static final Duration HEAD = Duration.ofSeconds(15);

    /** How long a peer that was refused may read why. */
    static final Duration REFUSED = Duration.ofSeconds(2);

    /** From the system properties that the launcher passes on, with defaults for those that are missing. */
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
