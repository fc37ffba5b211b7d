package dev.muster.ejb.telemetry;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A month in UTC. On PostgreSQL the telemetry of each month has a table of its own. */
public record TelemetryMonth(YearMonth month) {

    private static final DateTimeFormatter TABLE = DateTimeFormatter.ofPattern("'telemetry_'uuuu'_'MM");

    static TelemetryMonth of(Instant time) {
        return new TelemetryMonth(YearMonth.from(time.atOffset(ZoneOffset.UTC)));
    }

    /** All months from the month of the first time to the month of the last time. */
    static List<TelemetryMonth> between(Instant first, Instant last) {
        List<TelemetryMonth> months = new ArrayList<>();
        YearMonth end = of(last).month();
        for (YearMonth month = of(first).month(); !month.isAfter(end); month = month.plusMonths(1)) {
            months.add(new TelemetryMonth(month));
        }
        return months;
    }

    /** @return empty if the name is not the name of such a table */
    static Optional<TelemetryMonth> ofTable(String name) {
        try {
            return Optional.of(new TelemetryMonth(YearMonth.parse(name, TABLE)));
        } catch (DateTimeParseException anothers) {
            return Optional.empty();
        }
    }

    /** The first millisecond of the month, since the epoch. */
    long begin() {
        return millis(month);
    }

    /** The first millisecond after the month. */
    long end() {
        return millis(month.plusMonths(1));
    }

    private static long millis(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
