package dev.muster.domain.enrollment;

/** Where an import is between the file and the devices. */
public enum ImportStatus {
    /** The file is coming in. */
    READING,
    /** The file is stored wholly; its rows are being compared with each other and with what is enrolled. */
    VALIDATING,
    /** Read and checked; its cells can be mended and its rows deleted. */
    DRAFT,
    /** Its rows are becoming enrollments: all of them or none. */
    COMMITTING,
    /** Its rows are enrollments; it can be withdrawn until one of them is provisioned. */
    COMMITTED,
    /** The file broke off; what came of it is there to be seen, and the file is to be uploaded again. */
    INTERRUPTED,
    /** Its manager stopped it while the file was read or checked; nothing is kept of the rows. */
    CANCELLED,
    /** The server could not go on, for a reason that the batch tells; the file is to be uploaded again. */
    FAILED;

    /** Whether a server is, or will again be, at work on it. */
    public boolean isWork() {
        return this == READING || this == VALIDATING || this == COMMITTING;
    }

    /** Whether it ended before it became a draft. */
    public boolean isBrokenOff() {
        return this == INTERRUPTED || this == CANCELLED || this == FAILED;
    }
}
