package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.shared.SearchText;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists and deletes the enrollments of an organization. */
@Stateless
public class EnrollmentService {

    @Inject
    private EnrollmentRepository enrollments;

    /**
     * The organization's enrollments.
     *
     * @param identifier in any form that the scheme of its manufacturer accepts; null for all
     * @param search a part of the identifier or the name; null or blank for all
     */
    public Page<Enrollment> list(
            Caller caller,
            UUID organizationId,
            @Nullable String identifier,
            @Nullable String search,
            PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return enrollments.list(organizationId, identifier, new SearchText(search), request);
    }

    /**
     * Deletes an enrollment.
     *
     * @throws ProblemException {@code conflict} if its device exists
     */
    public void delete(Caller caller, UUID organizationId, long enrollmentId) {
        caller.requireOrganization(organizationId);
        Enrollment enrollment = enrollments.get(organizationId, enrollmentId);
        enrollments.lock(enrollment.manufacturer().id(), enrollment.normalizedIdentifier());
        if (enrollments.isProvisioned(enrollmentId)) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "The device of this enrollment exists. Delete the device first.");
        }
        enrollments.remove(enrollment);
    }
}
