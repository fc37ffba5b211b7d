package dev.muster.domain.notice;

/** What a notice tells. */
public enum NoticeKind {
    /** Somebody else has released an identifier of the organization. */
    IDENTIFIER_RELEASED,
    /** A certificate that has proved devices of the organization is deleted, or its deletion is planned. */
    CERTIFICATE_DELETED,
    /** A manufacturer whose identifiers the organization has enrolled is suspended. */
    MANUFACTURER_SUSPENDED
}
