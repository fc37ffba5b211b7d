package dev.muster.domain.overview;

import java.time.Instant;

/** How often something happened in an hour or on a day (UTC) that begins at this instant. */
public record Bar(Instant start, long amount) {}
