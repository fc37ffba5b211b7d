package dev.muster.domain.enrollment;

import java.util.EnumSet;
import java.util.Set;

/** Where an import is between the file and the enrollments. {@link #next()} is the table of all transitions. */
public enum ImportStatus {
    /** The file is coming in. */
    READING,
    /** Every row of the file is stored. A server compares the rows with each other and with what is enrolled. */
    VALIDATING,
    /** The rows are checked. Its manager can repair cells, delete rows and commit it. */
    DRAFT,
    /** A server is changing many rows of the draft and checks them again. */
    CHANGING,
    /** A server is making enrollments of the rows, in one transaction. */
    COMMITTING,
    /** The rows are enrollments. The import can be withdrawn until one of its devices is provisioned. */
    COMMITTED,
    /** The file broke off. The rows that came in can be looked at; the file has to be uploaded again. */
    INTERRUPTED,
    /** Its manager stopped it while the file was read or checked. No rows are kept. */
    CANCELLED,
    /**
     * The server could not store or check the file, for a reason that the import tells. It has to be uploaded again.
     */
    FAILED;

    /** The statuses that can follow this one; empty if it is an end. */
    public Set<ImportStatus> next() {
        return switch (this) {
            case READING -> EnumSet.of(VALIDATING, INTERRUPTED, CANCELLED, FAILED);
            case VALIDATING -> EnumSet.of(DRAFT, CANCELLED, FAILED);
            case DRAFT -> EnumSet.of(CHANGING, COMMITTING);
            case CHANGING -> EnumSet.of(DRAFT);
            case COMMITTING -> EnumSet.of(DRAFT, COMMITTED);
            case COMMITTED, INTERRUPTED, CANCELLED, FAILED -> EnumSet.noneOf(ImportStatus.class);
        };
    }

    /**
     * The next status.
     *
     * @throws IllegalStateException if it cannot follow this one
     */
    ImportStatus to(ImportStatus next) {
        if (!next().contains(next)) {
            throw new IllegalStateException("An import that is " + this + " does not become " + next);
        }
        return next;
    }

    /**
     * Whether a server is at work on it. If that server dies, another server finds it and goes on with it or ends it.
     */
    public boolean isWork() {
        return this == READING || this == VALIDATING || this == CHANGING || this == COMMITTING;
    }

    /** Whether it ended before it became a draft. */
    public boolean isBrokenOff() {
        return this == INTERRUPTED || this == CANCELLED || this == FAILED;
    }
}
