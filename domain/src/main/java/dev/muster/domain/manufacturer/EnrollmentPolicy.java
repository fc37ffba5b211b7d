package dev.muster.domain.manufacturer;

/** Which organizations may enroll a manufacturer's identifiers. */
public enum EnrollmentPolicy {
    /** Every organization that holds the identifiers may. */
    OPEN
}
