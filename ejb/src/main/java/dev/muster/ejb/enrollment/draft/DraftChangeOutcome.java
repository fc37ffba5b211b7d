package dev.muster.ejb.enrollment.draft;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;

/**
 * The result of a change of many rows.
 *
 * @param draft with its counts; CHANGING if the change goes on in the background
 * @param changed how many rows were changed; 0 if the change goes on, or nothing could be changed
 */
public record DraftChangeOutcome(DeviceImport draft, int changed) {

    /** Whether the change goes on in the background. */
    public boolean isGoingOn() {
        return draft.status() == ImportStatus.CHANGING;
    }
}
