/** Turns the rows of a draft into enrollments. */
package dev.muster.ejb.enrollment.commit;
