package dev.muster.rest.enrollment;

/**
 * What a commit did.
 *
 * @param enrolled how many enrollments there are more
 */
public record EnrolledJson(int enrolled) {}
