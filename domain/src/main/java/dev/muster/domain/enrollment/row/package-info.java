/** One row of an import: its rules, its faults, and the repairs that are offered for it. */
package dev.muster.domain.enrollment.row;
