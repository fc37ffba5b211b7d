package dev.muster.domain.enrollment;

/** Where an import is between the file and the devices. */
public enum BatchStatus {
    /** Read and checked; its cells can be mended and its rows deleted. */
    DRAFT,
    /** Its rows are enrollments; it can be withdrawn until one of them is provisioned. */
    COMMITTED
}
