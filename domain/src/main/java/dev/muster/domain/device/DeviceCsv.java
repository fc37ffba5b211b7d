package dev.muster.domain.device;

import dev.muster.domain.shared.CsvCell;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Objects;

/**
 * Writes devices as a file, a line for each: what was imported of it, under the names that an import file has, then where it
 * is in its life. Times are ISO 8601 in UTC, empty where there is none.
 *
 * <p>RFC 4180 with commas and CRLF, and a byte order mark without which Excel would take it for windows-1252. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe. Memory does not grow with the file.
 */
public final class DeviceCsv {

    public static final String MEDIA_TYPE = "text/csv; charset=UTF-8";

    private static final String HEADER = "uniqueIdentifier,deviceName,deviceType,status,credentialStatus,"
            + "createdAt,firstUsedAt,lastUsedAt,suspendedAt,invalidatedAt,id";

    private final Writer target;

    /**
     * Writes the byte order mark and the header line.
     *
     * @param target encodes as UTF-8; neither flushed nor closed here
     */
    public DeviceCsv(Writer target) throws IOException {
        this.target = target;
        target.write('\uFEFF' + HEADER + "\r\n");
    }

    /** @param now when its states are as they are written */
    public void write(Device device, Instant now) throws IOException {
        target.write(String.join(
                        ",",
                        CsvCell.written(device.uniqueIdentifier()),
                        CsvCell.written(device.name()),
                        device.type().name(),
                        device.status(now).name(),
                        device.credentialStatus(now).name(),
                        time(device.createdAt()),
                        time(device.firstUsedAt()),
                        time(device.lastUsedAt()),
                        time(device.suspendedAt()),
                        time(device.invalidatedAt()),
                        device.id().toString())
                + "\r\n");
    }

    private static String time(Instant instant) {
        return Objects.toString(instant, "");
    }
}
