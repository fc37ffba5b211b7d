package dev.muster.launcher.bootstrap;

import dev.muster.domain.trust.file.KeyEncryption;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.PrivateFiles;
import dev.muster.launcher.settings.ServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The key that encrypts the platform's private keys: {@code MUSTER_MASTER_KEY}. If nobody has set it, a server on the
 * embedded database and the demonstration run make one in the data directory. A server on PostgreSQL does not start
 * without it, because a second server would make another key.
 */
public final class MasterKey {

    private MasterKey() {}

    /**
     * @param given value of {@code MUSTER_MASTER_KEY}
     * @throws LaunchFailure if the key is needed and missing, or if it is not the base64 of 32 bytes
     */
    public static String of(ServerSettings settings, Optional<String> given, SecureRandom random) throws IOException {
        if (given.isPresent()) {
            return checked(given.get(), "MUSTER_MASTER_KEY");
        }
        if (!settings.database().isH2() && !settings.demo()) {
            throw new LaunchFailure("Set MUSTER_MASTER_KEY to the base64 of 32 random bytes (openssl rand -base64 32),"
                    + " the same for every server on this database.");
        }
        Path file = file(settings);
        if (!Files.exists(file)) {
            PrivateFiles.write(file, (KeyEncryption.newMasterKey(random) + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return checked(Files.readString(file).strip(), file.toString());
    }

    /** Where the key is that nobody has set. */
    public static Path file(ServerSettings settings) {
        return settings.locations().data().resolve("master.key");
    }

    /** @throws LaunchFailure if it is not the base64 of 32 bytes */
    public static String checked(String key, String where) {
        try {
            KeyEncryption.withMasterKey(key);
            return key;
        } catch (IllegalArgumentException e) {
            throw new LaunchFailure(where + " is not the base64 of 32 bytes (openssl rand -base64 32).", e);
        }
    }
}
