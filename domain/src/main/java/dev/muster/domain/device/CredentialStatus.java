package dev.muster.domain.device;

/** Whether the server accepts a device's credentials. */
public enum CredentialStatus {
    /** Issued and never used. */
    INACTIVE,
    /** Used at least once. */
    ACTIVE,
    /** The organization has suspended the device's present and future credentials until it resumes them. */
    SUSPENDED,
    /** The certificate that proved the device was revoked: only another proof gives the device new credentials. */
    REVOKED
}
