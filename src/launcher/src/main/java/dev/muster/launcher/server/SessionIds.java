package dev.muster.launcher.server;

import com.sun.enterprise.util.uuid.UuidGenerator;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Session ids of 160 random bits. The server's own have 56, which is within reach of guessing. Runs inside the server:
 * the launcher copies this class into the domain, so it must not use anything else of the launcher.
 */
public class SessionIds implements UuidGenerator {

    private static final int BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public String generateUuid() {
        byte[] id = new byte[BYTES];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** @param session is not asked: an id that says something about its session is a weaker id */
    @Override
    public String generateUuid(Object session) {
        return generateUuid();
    }
}
