package dev.muster.ejb.enrollment;

import jakarta.ejb.ApplicationException;

/** An import was stopped by its manager while a server worked on it. */
@ApplicationException(rollback = true)
final class ImportCancelledException extends RuntimeException {

    ImportCancelledException() {
        super("The import was cancelled", null, false, false);
    }
}
