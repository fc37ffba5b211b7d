package dev.muster.ejb.account.throttle;

import dev.muster.domain.account.throttle.KnownBrowsers;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Recognizes the browsers in which users have logged in before, on each server alike. */
@ApplicationScoped
public class BrowserRecognition {

    @Inject
    @ConfigProperty(name = "muster.master-key")
    private String masterKey;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    @SuppressWarnings("NullAway.Init")
    private KnownBrowsers browsers;

    @PostConstruct
    void deriveKey() {
        browsers = KnownBrowsers.withMasterKey(masterKey);
    }

    /** The cookie for a browser in which this user has just logged in. */
    public String cookie(String username) {
        return browsers.cookie(username, clock.instant(), random);
    }

    /** @param cookie as sent; null if there is none */
    public Optional<String> recognize(String username, @Nullable String cookie) {
        return browsers.recognize(username, cookie, clock.instant());
    }
}
