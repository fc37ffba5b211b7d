package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.RepairKind;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fault that a draft has.
 *
 * @param cells how many cells have it
 * @param best the repair that is the most likely one in most of the cells that were looked at; null if none was found
 */
public record FoundFault(
        FaultKind kind, int cells, @Nullable RepairKind best) {}
