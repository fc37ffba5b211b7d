/** One cell of an import: its column, its text, and the damage that spreadsheets do to it. */
package dev.muster.domain.enrollment.cell;
