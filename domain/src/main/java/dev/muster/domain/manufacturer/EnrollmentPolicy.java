package dev.muster.domain.manufacturer;

/** Which organizations may enroll a manufacturer's identifiers. A change of the policy does not end enrollments. */
public enum EnrollmentPolicy {
    /** Every organization that has the identifiers. */
    OPEN,
    /** Only the organizations on the manufacturer's list. */
    ALLOWED_ORGANIZATIONS
}
