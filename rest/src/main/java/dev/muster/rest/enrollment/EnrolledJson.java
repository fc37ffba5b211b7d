package dev.muster.rest.enrollment;

import java.util.UUID;

/**
 * What a commit did.
 *
 * @param enrolled how many enrollments there are more
 * @param rest the id of the new draft that has the rows that were left out; absent where none was
 */
public record EnrolledJson(int enrolled, UUID rest) {}
