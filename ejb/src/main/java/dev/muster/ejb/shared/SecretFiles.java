package dev.muster.ejb.shared;

import dev.muster.domain.account.signon.ProviderSettings;
import dev.muster.domain.mail.SmtpSettings;
import dev.muster.domain.mqtt.OutsideBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Secrets in files that a secret manager has mounted: {@code MUSTER_MASTER_KEY_FILE} names the file of {@code
 * muster.master-key}. The launcher has checked the files before the start. Each file is read once.
 */
public class SecretFiles implements ConfigSource {

    private static final List<String> SECRETS = List.of(
            "muster.master-key",
            "muster.db.password",
            "muster.admin.password",
            ProviderSettings.CLIENT_SECRET,
            SmtpSettings.PASSWORD,
            OutsideBroker.PASSWORD);

    /** Before the environment (300), which has none of these if there is a file. */
    private static final int ORDINAL = 310;

    private final Map<String, String> secrets = new HashMap<>();

    public SecretFiles() {
        for (String name : SECRETS) {
            String file = System.getenv(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + "_FILE");
            if (file != null && !file.isBlank()) {
                secrets.put(name, read(Path.of(file)));
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public Set<String> getPropertyNames() {
        return secrets.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return secrets.get(name);
    }

    @Override
    public String getName() {
        return "files of secrets";
    }
}
