package dev.muster.domain.tally;

/** What is counted. An amount stands until something changes it; other kinds count what happens in an hour. */
public enum TallyKind {
    /** Identifiers that an organization has enrolled, by import. */
    ENROLLED(true),
    /** Devices that exist, by import and by the certificate that proved them. */
    DEVICES(true),
    /** Devices that have not been heard for a configured time. Counted by a timer, because only time changes it. */
    SILENT(true),
    /** Devices whose own certificate expires soon. Counted by a timer, too. */
    EXPIRING(true),
    /** Devices that were created, in their organization. */
    JOINS(false),
    /** Provisioning attempts by outcome: a manufacturer's all, an organization's refused ones. */
    ATTEMPTS(false),
    /** Accepted telemetry messages of an organization's devices. */
    MESSAGES(false);

    private final boolean standing;

    TallyKind(boolean standing) {
        this.standing = standing;
    }

    /** Whether it is an amount that stands, not a number of events in an hour. */
    public boolean isStanding() {
        return standing;
    }
}
