package dev.muster.domain.telemetry;

import dev.muster.domain.shared.CsvCell;
import dev.muster.domain.shared.json.OwnJson;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/**
 * Writes telemetry as a file, a line for each value: {@code ts} (milliseconds since the epoch), {@code time} (the same,
 * ISO 8601 in UTC), {@code key}, {@code value}.
 *
 * <p>RFC 4180 with commas and CRLF, and a byte order mark without which Excel would take it for windows-1252. A text that
 * a spreadsheet would take for a formula begins with an apostrophe; a number never does. Memory does not grow with the
 * file.
 */
public final class TelemetryCsv {

    public static final String MEDIA_TYPE = "text/csv; charset=UTF-8";

    private final Writer target;

    /**
     * Writes the byte order mark and the header line.
     *
     * @param target encodes as UTF-8; neither flushed nor closed here
     */
    public TelemetryCsv(Writer target) throws IOException {
        this.target = target;
        target.write("\uFEFFts,time,key,value\r\n");
    }

    /** @param literal the value as JSON */
    public void write(long ts, String key, String literal) throws IOException {
        target.write(ts + "," + Instant.ofEpochMilli(ts) + "," + CsvCell.written(key) + "," + cell(literal) + "\r\n");
    }

    private static String cell(String literal) {
        if (!literal.startsWith("\"")) {
            return literal;
        }
        return CsvCell.written(((JsonString) OwnJson.read(literal)).getString());
    }
}
