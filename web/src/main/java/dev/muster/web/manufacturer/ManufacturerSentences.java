package dev.muster.web.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The choices of a manufacturer, in a few words. */
@Named
@ApplicationScoped
public class ManufacturerSentences {

    @Inject
    private Texts texts;

    public String scheme(IdentifierScheme scheme) {
        return switch (scheme) {
            case IMEI -> texts.of("manufacturer.schemeImei");
            case MAC -> texts.of("manufacturer.schemeMac");
            case SERIAL -> texts.of("manufacturer.schemeSerial");
            case ANY -> texts.of("manufacturer.schemeAny");
        };
    }

    public String policy(EnrollmentPolicy policy) {
        return switch (policy) {
            case OPEN -> texts.of("manufacturer.policyOpen");
            case ALLOWED_ORGANIZATIONS -> texts.of("manufacturer.policyAllowed");
        };
    }
}
