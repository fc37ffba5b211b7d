package dev.muster.ejb.enrollment.allowlist;

import jakarta.ejb.ApplicationException;

/**
 * The manufacturer does not let the organization enroll its identifiers, or no longer. The transaction is rolled back.
 * The reason is a sentence for the organization's manager.
 */
@ApplicationException(rollback = true)
public final class EnrollmentNotAllowedException extends RuntimeException {

    private final String reason;

    EnrollmentNotAllowedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
