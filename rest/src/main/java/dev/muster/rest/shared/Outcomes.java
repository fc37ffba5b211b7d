package dev.muster.rest.shared;

import java.util.List;

/** What became of each of several things that were named in one call, in the order in which they were named. */
public record Outcomes<T>(List<T> items) {}
