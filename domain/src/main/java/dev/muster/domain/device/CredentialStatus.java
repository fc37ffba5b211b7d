package dev.muster.domain.device;

/** Whether what a device authenticates with counts. */
public enum CredentialStatus {
    /** Given, and never used. */
    INACTIVE,
    /** Used at least once. */
    ACTIVE,
    /** Its organization has suspended the device's credentials, present and further ones, until it resumes them. */
    SUSPENDED,
    /** The certificate that proved the device was revoked: they count no more, and only another proof gives others. */
    REVOKED
}
