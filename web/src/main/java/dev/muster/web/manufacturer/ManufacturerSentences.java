package dev.muster.web.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierScheme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The choices of a manufacturer, in a few words. */
@Named
@ApplicationScoped
public class ManufacturerSentences {

    public String scheme(IdentifierScheme scheme) {
        return switch (scheme) {
            case IMEI -> "IMEI – 15 digits, or 14 without the check digit";
            case MAC -> "MAC address – EUI-48 or EUI-64";
            case SERIAL -> "Serial number – with your own pattern";
            case ANY -> "Any other identifier";
        };
    }

    public String policy(EnrollmentPolicy policy) {
        return switch (policy) {
            case OPEN -> "Open – every organization may import them";
            case ALLOWED_ORGANIZATIONS -> "Allowed organizations – only those on the list";
        };
    }
}
