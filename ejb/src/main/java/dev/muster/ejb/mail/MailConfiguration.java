package dev.muster.ejb.mail;

import dev.muster.domain.mail.SmtpSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The server for mails that the operator has chosen. The launcher has checked the settings. */
@Named
@ApplicationScoped
public class MailConfiguration {

    private Optional<SmtpSettings> settings = Optional.empty();

    @PostConstruct
    void read() {
        Config config = ConfigProvider.getConfig();
        settings = SmtpSettings.from(name ->
                config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty()));
    }

    /** Empty if Muster sends no mail. */
    public Optional<SmtpSettings> get() {
        return settings;
    }

    /** Whether Muster sends mails. */
    public boolean isOn() {
        return settings.isPresent();
    }
}
