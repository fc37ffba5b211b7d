package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.Enrollment;

/**
 * What is lost if an enrollment is deleted.
 *
 * @param peripherals enrolled peripherals behind it, which cannot join without it; 0 if it is not a gateway
 */
public record EnrollmentLoss(Enrollment enrollment, long peripherals) {}
