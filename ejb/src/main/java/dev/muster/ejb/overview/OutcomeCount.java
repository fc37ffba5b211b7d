package dev.muster.ejb.overview;

/** How many attempts had this outcome, a code of an {@code AttemptOutcome}. */
public record OutcomeCount(String outcome, long attempts) {}
