package dev.muster.rest.shared;

import java.util.List;

/** The outcome for each thing that a call names, in the order of the call. */
public record Outcomes<T>(List<T> items) {}
