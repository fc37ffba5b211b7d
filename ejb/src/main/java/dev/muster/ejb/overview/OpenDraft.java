package dev.muster.ejb.overview;

import java.util.UUID;

/** An import that is not committed. */
public record OpenDraft(UUID id, String fileName, int rows, int invalidCells) {}
