package dev.muster.domain.enrollment.row;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Names a row: its batch, and the number that it got when the file was read and keeps after deletions. */
public class EnrollmentRowId implements Serializable {

    private UUID batchId;

    private int number;

    protected EnrollmentRowId() {}

    /** @param number of the record in the file, from 1 */
    public EnrollmentRowId(UUID batchId, int number) {
        this.batchId = Objects.requireNonNull(batchId);
        this.number = number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnrollmentRowId that && batchId.equals(that.batchId) && number == that.number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(batchId, number);
    }
}
