package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.enrollment.batch.EnrollmentRepository;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.batch.ImportedIdentifier;
import dev.muster.ejb.enrollment.batch.ImportedIdentifierRepository;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.transparency.ActLog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists and deletes the enrollments of an organization. */
@Stateless
public class EnrollmentService {

    @Inject
    private ActLog acts;

    @Inject
    private EnrollmentRepository enrollments;

    @Inject
    private ImportRepository imports;

    @Inject
    private ImportedIdentifierRepository imported;

    /**
     * The organization's enrollments.
     *
     * @param identifier in any form that the scheme of its manufacturer accepts; null for all
     * @param importId null for those of all imports
     * @param search a part of the identifier or the name; null or blank for all
     */
    public Page<Enrollment> list(
            Caller caller,
            UUID organizationId,
            @Nullable String identifier,
            @Nullable UUID importId,
            @Nullable String search,
            PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return enrollments.list(organizationId, identifier, importId, new SearchText(search), request);
    }

    /**
     * The enrollments whose device has not joined, the newest first.
     *
     * @param search a part of the identifier or the name; null or blank for all
     */
    public Page<Enrollment> expected(Caller caller, UUID organizationId, @Nullable String search, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return enrollments.expected(organizationId, new SearchText(search), request);
    }

    /**
     * The identifiers that a committed import has enrolled and that are still enrolled, in the order of the import.
     *
     * @param search a part of the identifier or the name, or the identifier in any form; null or blank for all
     * @throws ProblemException {@code not-found}
     */
    public Page<ImportedIdentifier> ofImport(
            Caller caller, UUID organizationId, UUID importId, @Nullable String search, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return imported.list(imports.get(organizationId, importId), new SearchText(search), request);
    }

    /**
     * What is lost if an enrollment is deleted. Deletes nothing.
     *
     * @throws ProblemException {@code conflict} if its device exists, so that it cannot be deleted
     */
    public EnrollmentLoss loss(Caller caller, UUID organizationId, long enrollmentId) {
        caller.requireOrganization(organizationId);
        Enrollment enrollment = enrollments.get(organizationId, enrollmentId);
        requireNoDevice(enrollment);
        return new EnrollmentLoss(enrollment, imported.behind(enrollment));
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
        requireNoDevice(enrollment);
        enrollments.remove(enrollment);
        acts.record(LoggedAct.of(Act.ENROLLMENT_DELETED, caller)
                .organization(organizationId)
                .object("enrollment", enrollmentId));
    }

    private void requireNoDevice(Enrollment enrollment) {
        if (enrollments.isProvisioned(enrollment.id())) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "The device of this enrollment exists. Delete the device first.");
        }
    }
}
