/** The table of an import, its repairs and its commit. */
package dev.muster.web.enrollment.grid;
