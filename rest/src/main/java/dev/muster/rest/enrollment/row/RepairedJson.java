package dev.muster.rest.enrollment.row;

import dev.muster.rest.enrollment.ImportJson;

/** How many cells were mended, and the import as it is then. */
public record RepairedJson(int repaired, ImportJson draft) {}
