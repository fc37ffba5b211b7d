package dev.muster.domain.manufacturer;

/** Which organizations may enroll a manufacturer's identifiers. What is enrolled stays so, whatever the policy becomes. */
public enum EnrollmentPolicy {
    /** Every organization that holds the identifiers may. */
    OPEN,
    /** Those alone that the manufacturer has put on its list. */
    ALLOWED_ORGANIZATIONS
}
