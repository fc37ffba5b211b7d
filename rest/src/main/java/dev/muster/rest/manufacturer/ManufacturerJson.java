package dev.muster.rest.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.manufacturer.ManufacturerStatus;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A manufacturer; organizations that import from it see only id and name.
 *
 * @param quotas limits by quota; not in lists
 * @param secondFactorRequired whether its users must have a second factor
 * @param suspendedAt since when its proofs are refused; absent if they are not
 */
@Schema(name = "Manufacturer")
@JsonbPropertyOrder({
    "id",
    "name",
    "identifierScheme",
    "identifierPattern",
    "enrollment",
    "contact",
    "status",
    "suspendedAt",
    "secondFactorRequired",
    "quotas",
    "createdAt"
})
public record ManufacturerJson(
        UUID id,
        String name,
        IdentifierScheme identifierScheme,
        String identifierPattern,
        EnrollmentPolicy enrollment,
        String contact,
        ManufacturerStatus status,
        Instant suspendedAt,
        Boolean secondFactorRequired,
        Map<String, Integer> quotas,
        Instant createdAt) {

    static ManufacturerJson of(Manufacturer manufacturer) {
        return of(manufacturer, null);
    }

    static ManufacturerJson of(Manufacturer manufacturer, Map<String, Integer> quotas) {
        return new ManufacturerJson(
                manufacturer.id(),
                manufacturer.name(),
                manufacturer.identifierScheme(),
                manufacturer.identifierPattern(),
                manufacturer.enrollment(),
                manufacturer.contact(),
                manufacturer.status(),
                manufacturer.suspendedAt(),
                manufacturer.isSecondFactorRequired(),
                quotas,
                manufacturer.createdAt());
    }

    static ManufacturerJson brief(Manufacturer manufacturer) {
        return new ManufacturerJson(
                manufacturer.id(), manufacturer.name(), null, null, null, null, null, null, null, null, null);
    }
}
