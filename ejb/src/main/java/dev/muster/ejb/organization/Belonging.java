package dev.muster.ejb.organization;

/** What an organization owns, in the order in which people are told. */
public enum Belonging {
    DEVICE,
    ENROLLMENT,
    IMPORT,
    DATA_MODEL,
    APPLICATION,
    /** A user who works for no other tenant. */
    USER
}
