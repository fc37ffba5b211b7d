package dev.muster.ejb.enrollment.draft;

import java.util.UUID;

/**
 * A change that can be undone: the rows that it changes are kept as they were before.
 *
 * @param number the number of the change before it, so that later steps have higher numbers
 * @param rows how many are kept
 */
public record UndoStep(UUID importId, int number, int rows) {}
