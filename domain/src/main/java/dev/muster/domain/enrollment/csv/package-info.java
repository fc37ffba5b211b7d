/** Splits the bytes of a file into records and cells, within limits. */
package dev.muster.domain.enrollment.csv;
