package dev.muster.ejb.enrollment.batch;

import jakarta.ejb.ApplicationException;

/** An import was stopped by its manager while a server worked on it. */
@ApplicationException(rollback = true)
public final class ImportCancelledException extends RuntimeException {

    public ImportCancelledException() {
        super("The import was cancelled", null, false, false);
    }
}
