package dev.muster.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bootstrap of an operator who brings the key stores and their password along. */
public record ProvidedKeys(String keyStorePassword) implements Bootstrap {

    static ProvidedKeys from(SettingsSource source) {
        return new ProvidedKeys(source.text("muster.keystore-password").orElse(""));
    }

    @Override
    public Secrets prepare(ServerSettings settings) {
        require(settings.locations().serverKeyStore());
        require(settings.locations().trustStore());
        if (keyStorePassword.isEmpty()) {
            throw new LaunchFailure("Set MUSTER_KEYSTORE_PASSWORD to the password of "
                    + settings.locations().serverKeyStore() + ".");
        }
        return new Secrets(keyStorePassword, Optional.empty());
    }

    private static void require(Path store) {
        if (!Files.isRegularFile(store)) {
            throw new LaunchFailure(
                    "The key store " + store + " is missing: the server has no stock key to fall back on.");
        }
    }
}
