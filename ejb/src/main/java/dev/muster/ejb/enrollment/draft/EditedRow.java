package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.row.EnrollmentRow;

/** A row after a change, and its draft with the counts after the change. */
public record EditedRow(EnrollmentRow row, DeviceImport draft) {}
