package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.ejb.tally.ImportNumbers;

/**
 * An import, and how many of its devices have joined.
 *
 * @param numbers all 0 if it is not committed
 */
public record CountedImport(DeviceImport deviceImport, ImportNumbers numbers) {

    public boolean isCommitted() {
        return deviceImport.status() == ImportStatus.COMMITTED;
    }

    /** Whether it can be withdrawn: it is committed, and none of its devices exists. */
    public boolean isWithdrawable() {
        return isCommitted() && numbers.joined() == 0;
    }
}
