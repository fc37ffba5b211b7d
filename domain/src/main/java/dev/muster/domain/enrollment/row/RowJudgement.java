package dev.muster.domain.enrollment.row;

import dev.muster.domain.device.DeviceType;
import org.jspecify.annotations.Nullable;

/**
 * What a row says by itself: its faults, and the forms in which it is compared with other rows and with enrollments. A
 * form is null if its cell is faulty, so that a faulty row is never a duplicate of another row.
 *
 * @param normalizedIdentifier at most 128 characters, or null
 * @param normalizedName at most 765 characters (255, some of which become three in upper case), or null
 * @param normalizedParent at most 128 characters; null also if no parent is given
 * @param deviceType null if the cell is faulty
 * @param imeiDigits 15 or 14 if the identifier is an IMEI with or without its check digit, otherwise 0
 * @param fitsWithZero whether the identifier is an IMEI of 14 digits that has a right check digit with a zero before it
 */
public record RowJudgement(
        RowFaults faults,
        @Nullable String normalizedIdentifier,
        @Nullable String normalizedName,
        @Nullable String normalizedParent,
        @Nullable DeviceType deviceType,
        int imeiDigits,
        boolean fitsWithZero) {

    /** The same row while its identifier is in doubt. */
    RowJudgement withIdentifierFault(CellFault fault) {
        RowFaults marked = new RowFaults(fault, faults.deviceName(), faults.deviceType(), faults.parentGateway());
        return new RowJudgement(marked, null, normalizedName, normalizedParent, deviceType, 0, false);
    }
}
