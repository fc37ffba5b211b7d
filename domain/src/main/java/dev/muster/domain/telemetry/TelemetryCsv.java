package dev.muster.domain.telemetry;

import dev.muster.domain.shared.CsvWriter;
import dev.muster.domain.shared.json.OwnJson;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/**
 * Writes telemetry as a file, one line for each value: {@code ts} (milliseconds since the epoch), {@code time} (the
 * same, ISO 8601 in UTC), {@code key}, {@code value}. A number never begins with an apostrophe, as a text may.
 */
public final class TelemetryCsv {

    public static final String MEDIA_TYPE = CsvWriter.MEDIA_TYPE;

    private final CsvWriter lines;

    /**
     * Writes the header line.
     *
     * @param target encodes as UTF-8; this class neither flushes nor closes it
     */
    public TelemetryCsv(Writer target) throws IOException {
        this.lines = new CsvWriter(target).header("ts,time,key,value");
    }

    /** @param literal the value as JSON */
    public void write(long ts, String key, String literal) throws IOException {
        lines.row(ts, Instant.ofEpochMilli(ts), key, cell(literal));
    }

    private static Object cell(String literal) {
        return literal.startsWith("\"")
                ? ((JsonString) OwnJson.read(literal)).getString()
                : new CsvWriter.Plain(literal);
    }
}
