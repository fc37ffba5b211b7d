package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.InvalidRows;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.batch.ImportRepository;
import dev.muster.ejb.enrollment.row.InvalidRowRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Says beforehand what a deletion of the invalid rows of a draft, or a commit of the valid rows, would do. */
@Stateless
public class InvalidRowService {

    @Inject
    private ImportRepository imports;

    @Inject
    private InvalidRowRepository invalid;

    /**
     * Counts the invalid rows, and the rows that a deletion or a commit would remove.
     *
     * @throws ProblemException {@code conflict} if the import is not a draft
     */
    public InvalidRows count(Caller caller, UUID organizationId, UUID importId) {
        caller.requireOrganizationReader(organizationId);
        DeviceImport draft = imports.get(organizationId, importId);
        if (!draft.isDraft()) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "This import is not a draft now. None of its rows can be deleted or added.");
        }
        return InvalidRows.of(draft.changeNumber(), draft.rowCount(), invalid.affected(draft));
    }
}
