package dev.muster.ejb.enrollment.batch;

import jakarta.ejb.ApplicationException;

/** The manager of an import stopped it while a server worked on it. */
@ApplicationException(rollback = true)
public final class ImportCancelledException extends RuntimeException {

    public ImportCancelledException() {
        super("The import was cancelled", null, false, false);
    }
}
