package dev.muster.ejb.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import java.util.Optional;

/**
 * What is to be different about a manufacturer; what is empty stays as it is.
 *
 * @param contact an empty text takes the contact away
 */
public record ManufacturerChange(
        Optional<String> name, Optional<String> contact, Optional<EnrollmentPolicy> enrollment) {

    /** Who may enroll, and nothing else. */
    public static ManufacturerChange of(EnrollmentPolicy enrollment) {
        return new ManufacturerChange(Optional.empty(), Optional.empty(), Optional.of(enrollment));
    }
}
