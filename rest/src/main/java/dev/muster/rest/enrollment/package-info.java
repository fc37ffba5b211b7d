/** Imports and enrollments over HTTP. */
package dev.muster.rest.enrollment;
