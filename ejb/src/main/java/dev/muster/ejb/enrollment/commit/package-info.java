/** Turns the rows of a draft into enrollments. */
@NullMarked
package dev.muster.ejb.enrollment.commit;

import org.jspecify.annotations.NullMarked;
