package dev.muster.ejb.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import java.util.Optional;

/**
 * A change of a manufacturer. What is empty stays as it is.
 *
 * @param contact an empty text removes the contact
 */
public record ManufacturerChange(
        Optional<String> name, Optional<String> contact, Optional<EnrollmentPolicy> enrollment) {

    /** Changes only who may enroll. */
    public static ManufacturerChange of(EnrollmentPolicy enrollment) {
        return new ManufacturerChange(Optional.empty(), Optional.empty(), Optional.of(enrollment));
    }
}
