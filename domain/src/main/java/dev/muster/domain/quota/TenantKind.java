package dev.muster.domain.quota;

/** What a tenant is. */
public enum TenantKind {
    ORGANIZATION,
    MANUFACTURER;

    /** The word in a sentence. */
    public String word() {
        return this == ORGANIZATION ? "organization" : "manufacturer";
    }
}
