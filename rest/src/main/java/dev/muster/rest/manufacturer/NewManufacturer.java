package dev.muster.rest.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.shared.ProblemException;
import dev.muster.rest.shared.JsonBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The manufacturer to make; only the scheme SERIAL has a pattern.
 *
 * @param enrollment ALLOWED_ORGANIZATIONS if the request has no such member
 */
@Schema(name = "NewManufacturer")
public record NewManufacturer(
        String name,
        IdentifierScheme identifierScheme,
        String identifierPattern,
        EnrollmentPolicy enrollment,
        String contact) {

    static final String[] MEMBERS = {"name", "identifierScheme", "identifierPattern", "enrollment", "contact"};

    static NewManufacturer from(JsonBody body) {
        return new NewManufacturer(
                body.text("name"),
                body.constant("identifierScheme", IdentifierScheme.class, null),
                body.text("identifierPattern", null),
                body.constant("enrollment", EnrollmentPolicy.class, EnrollmentPolicy.ALLOWED_ORGANIZATIONS),
                body.text("contact", null));
    }

    /** @throws ProblemException {@code validation-failed} if the scheme has no pattern and the request has one */
    IdentifierRules rules() {
        if (identifierPattern != null && identifierScheme != IdentifierScheme.SERIAL) {
            throw ProblemException.invalid("Send the member identifierPattern only with the identifierScheme SERIAL.");
        }
        return IdentifierRules.of(identifierScheme, identifierPattern);
    }
}
