package dev.muster.domain.quota;

import java.time.LocalDate;

/**
 * How much of a quota was used on a day.
 *
 * @param day of UTC
 */
public record QuotaDay(LocalDate day, long used) {}
