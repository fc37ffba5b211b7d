package dev.muster.rest.enrollment;

/** How to commit. */
public record CommitJson(boolean validRowsOnly) {}
