package dev.muster.launcher.certificate;

import dev.muster.domain.account.signon.ProviderSettings;
import dev.muster.domain.mail.SmtpSettings;
import dev.muster.domain.mqtt.OutsideBroker;
import dev.muster.launcher.settings.LaunchFailure;
import dev.muster.launcher.settings.OutsideSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The PEM files for single sign-on, the mail server and a broker outside: a mistake stops the start, and not the first use. */
public final class OutsideFiles {

    private static final List<String> CERTIFICATES = List.of(
            ProviderSettings.PREFIX + "root",
            SmtpSettings.ROOT,
            OutsideBroker.ROOT,
            OutsideBroker.HOOK_ROOT,
            OutsideBroker.CERTIFICATE);

    private OutsideFiles() {}

    /** @throws LaunchFailure that says which file is wrong and what to do */
    public static void require(OutsideSettings settings) {
        CERTIFICATES.forEach(name -> file(settings, name).ifPresent(found -> PemFiles.certificates(found, name)));
        file(settings, OutsideBroker.KEY).ifPresent(key -> PemFiles.privateKey(key, OutsideBroker.KEY));
    }

    private static Optional<Path> file(OutsideSettings settings, String name) {
        return Optional.ofNullable(settings.values().get(name)).map(Path::of);
    }
}
