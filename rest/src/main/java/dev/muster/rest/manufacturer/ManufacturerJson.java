package dev.muster.rest.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.manufacturer.IdentifierScheme;
import dev.muster.domain.manufacturer.Manufacturer;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/** A manufacturer; those who only import from it see its id and name. */
@JsonbPropertyOrder({"id", "name", "identifierScheme", "identifierPattern", "enrollment", "createdAt"})
public record ManufacturerJson(
        UUID id,
        String name,
        IdentifierScheme identifierScheme,
        String identifierPattern,
        EnrollmentPolicy enrollment,
        Instant createdAt) {

    static ManufacturerJson of(Manufacturer manufacturer) {
        return new ManufacturerJson(
                manufacturer.id(),
                manufacturer.name(),
                manufacturer.identifierScheme(),
                manufacturer.identifierPattern(),
                manufacturer.enrollment(),
                manufacturer.createdAt());
    }

    static ManufacturerJson brief(Manufacturer manufacturer) {
        return new ManufacturerJson(manufacturer.id(), manufacturer.name(), null, null, null, null);
    }
}
