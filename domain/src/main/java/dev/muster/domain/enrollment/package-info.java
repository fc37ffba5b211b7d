/** Imports and enrollments: the list of devices that an organization expects. */
@NullMarked
package dev.muster.domain.enrollment;

import org.jspecify.annotations.NullMarked;
