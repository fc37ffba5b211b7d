package dev.muster.domain.enrollment.row;

import dev.muster.domain.device.DeviceType;

/**
 * What a row says by itself: its faults, and the forms in which it is compared with other rows and with what is
 * enrolled. A form is null where its cell is faulty, so that a broken row is nobody's duplicate.
 *
 * @param faults never null
 * @param normalizedIdentifier at most 128 characters, or null
 * @param normalizedName at most 765 characters (255, some of which become three in upper case), or null
 * @param normalizedParent at most 128 characters; null also where no parent is given
 * @param deviceType null where the cell is faulty
 * @param imeiDigits 15 or 14 where the identifier is an IMEI by its digits, with or without a check digit; else 0
 * @param fitsWithZero whether it has 14, and a right check digit with a zero before them
 */
public record RowJudgement(
        RowFaults faults,
        String normalizedIdentifier,
        String normalizedName,
        String normalizedParent,
        DeviceType deviceType,
        int imeiDigits,
        boolean fitsWithZero) {

    /** The same row while its identifier is in doubt. */
    RowJudgement withIdentifierFault(CellFault fault) {
        RowFaults marked = new RowFaults(fault, faults.deviceName(), faults.deviceType(), faults.parentGateway());
        return new RowJudgement(marked, null, normalizedName, normalizedParent, deviceType, 0, false);
    }
}
