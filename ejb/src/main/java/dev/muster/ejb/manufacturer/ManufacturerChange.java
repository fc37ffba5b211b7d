package dev.muster.ejb.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.quota.Quota;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A change of a manufacturer. What is empty stays as it is.
 *
 * @param contact an empty text removes the contact
 * @param suspended whether proofs of its devices are refused
 * @param secondFactorRequired whether its users must have a second factor
 * @param quotas limits by quota; an empty limit is the platform's
 */
public record ManufacturerChange(
        Optional<String> name,
        Optional<String> contact,
        Optional<EnrollmentPolicy> enrollment,
        Optional<Boolean> suspended,
        Optional<Boolean> secondFactorRequired,
        Map<Quota, OptionalInt> quotas) {

    public ManufacturerChange {
        quotas = Map.copyOf(quotas);
    }

    /** Changes only who may enroll. */
    public static ManufacturerChange of(EnrollmentPolicy enrollment) {
        return new ManufacturerChange(
                Optional.empty(),
                Optional.empty(),
                Optional.of(enrollment),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** Changes only the name and the contact. */
    public static ManufacturerChange of(Optional<String> name, String contact) {
        return new ManufacturerChange(
                name, Optional.of(contact), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** Changes only whether its users must have a second factor. */
    public static ManufacturerChange ofSecondFactor(boolean required) {
        return new ManufacturerChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(required),
                Map.of());
    }

    /** Changes only quotas. */
    public static ManufacturerChange of(Map<Quota, OptionalInt> quotas) {
        return new ManufacturerChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), quotas);
    }

    /** Whether only an administrator may make it, whatever the name is. */
    boolean isForAdministrators() {
        return suspended.isPresent() || !quotas.isEmpty();
    }
}
