package dev.muster.ejb.account.signon;

import dev.muster.domain.account.signon.ProviderSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The provider that the operator has chosen. The launcher has checked the settings. */
@ApplicationScoped
public class SignOnConfiguration {

    private Optional<ProviderSettings> settings = Optional.empty();

    @PostConstruct
    void read() {
        Config config = ConfigProvider.getConfig();
        settings = ProviderSettings.from(name ->
                config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty()));
    }

    /** Empty if there is no single sign-on. */
    public Optional<ProviderSettings> get() {
        return settings;
    }
}
