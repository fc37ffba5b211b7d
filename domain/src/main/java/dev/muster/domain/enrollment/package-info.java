/** Enrollments: the list of devices an organization expects, and the file it comes in. */
package dev.muster.domain.enrollment;
