/** One row of an import: its rules, its faults, and the repairs that are offered for it. */
@NullMarked
package dev.muster.domain.enrollment.row;

import org.jspecify.annotations.NullMarked;
