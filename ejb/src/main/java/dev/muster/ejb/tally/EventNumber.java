package dev.muster.ejb.tally;

import dev.muster.domain.tally.TallyKind;
import java.time.Instant;

/**
 * How often something happened.
 *
 * @param outcome code of an attempt's outcome; empty for other kinds
 * @param hour when the hour begins; days that are long over have only one hour, which has everything
 */
public record EventNumber(TallyKind kind, String outcome, Instant hour, long amount) {}
