package dev.muster.domain.device;

import dev.muster.domain.shared.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/**
 * Writes devices as a file, one line each: the imported columns under the names of an import file, then the device's
 * state. Times are ISO 8601 in UTC; a time that has not come yet is empty.
 */
public final class DeviceCsv {

    public static final String MEDIA_TYPE = CsvWriter.MEDIA_TYPE;

    private static final String HEADER = "uniqueIdentifier,deviceName,deviceType,status,credentialStatus,"
            + "createdAt,firstUsedAt,lastUsedAt,suspendedAt,invalidatedAt,id";

    private final CsvWriter lines;

    /**
     * Writes the header line.
     *
     * @param target encodes as UTF-8; this class neither flushes nor closes it
     */
    public DeviceCsv(Writer target) throws IOException {
        this.lines = new CsvWriter(target).header(HEADER);
    }

    /** @param now the time of the states that are written */
    public void write(Device device, Instant now) throws IOException {
        lines.row(
                device.uniqueIdentifier(),
                device.name(),
                device.type(),
                device.status(now),
                device.credentialStatus(now),
                device.createdAt(),
                device.firstUsedAt(),
                device.lastUsedAt(),
                device.suspendedAt(),
                device.invalidatedAt(),
                device.id());
    }
}
