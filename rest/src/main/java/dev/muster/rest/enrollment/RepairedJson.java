package dev.muster.rest.enrollment;

/** How many cells were mended, and the import as it is then. */
public record RepairedJson(int repaired, ImportJson draft) {}
