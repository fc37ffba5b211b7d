/** Imports and enrollments: the list of devices that an organization expects. */
package dev.muster.domain.enrollment;
