package dev.muster.web.shared;

import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the script of charts writes the times below a chart, in the language and the time zone of the user. The page sends them in UTC. */
public enum ChartTime {
    /** 14:05 */
    CLOCK,

    /** 31/12, 14:05 */
    MINUTE,

    /** 31/12/2026 */
    DAY,

    /** 31/12, of a day in UTC */
    UTC_DAY;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** One label of a chart, as the page sends it: {@code 2026-12-31 14:05}. */
    public static String label(Instant time) {
        return UTC.format(time);
    }

    /** Says in the data of a chart that the labels are such times. */
    public JsonObjectBuilder in(JsonObjectBuilder data) {
        return data.add("times", name());
    }
}
