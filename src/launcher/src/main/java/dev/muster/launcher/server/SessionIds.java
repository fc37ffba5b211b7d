package dev.muster.launcher.server;

import com.sun.enterprise.util.uuid.UuidGenerator;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Session ids of 160 random bits. Those of the server have 56, which can be guessed. This class runs inside the server:
 * the launcher copies it into the domain, so it must not use any other class of the launcher.
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

    /** @param session is not used: an id that tells something about its session is weaker */
    @Override
    public String generateUuid(Object session) {
        return generateUuid();
    }
}
