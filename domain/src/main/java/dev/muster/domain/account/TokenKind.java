package dev.muster.domain.account;

/** A kind of objects to which an API token can be limited. */
public enum TokenKind {
    /** Imports, their rows, and the allow-list that they become. */
    IMPORTS,
    /** Devices, their credentials, their telemetry, data models, applications and approvals. */
    DEVICES,
    /** A manufacturer's certificates. */
    CERTIFICATES,
    /** Provisioning attempts. */
    ATTEMPTS,
    /** Organizations and manufacturers, with their settings and who may import. */
    TENANTS,
    /** Users, and API tokens. */
    USERS,
    /** The transparency log. */
    LOG
}
