package dev.muster.ejb.transparency;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.Role;
import dev.muster.domain.transparency.LogFilter;
import dev.muster.domain.transparency.LogLeaf;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.SearchText;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Shows the log, newest first: an administrator sees all leaves, an organization and a manufacturer see their own.
 * Totals and pages end at {@value #MAX_COUNTED}.
 */
@Stateless
public class LogService {

    /** A log has millions of leaves, and nobody pages that far. */
    public static final int MAX_COUNTED = 10_000;

    @Inject
    private LeafRepository leaves;

    /**
     * The leaves of the platform and of all tenants. An operator sees of a tenant's leaf only when, what and in which
     * tenant: {@link LogEntry#isHidden}.
     *
     * @throws ProblemException {@code forbidden} for everyone but administrators and operators
     * @throws ProblemException {@code validation-failed} if the page is beyond the last one
     */
    public Page<LogEntry> list(Caller caller, LogFilter filter, PageRequest request) {
        if (caller.role() != Role.OPERATOR) {
            caller.requireAdministrator();
        }
        boolean hides = caller.role() == Role.OPERATOR;
        // A search for a user or an object would tell what the leaf hides
        boolean platformOnly =
                hides && (filter.by() != null || filter.object() != null || !new SearchText(filter.search()).isBlank());
        Page<LogLeaf> page = CurrentScope.ofPlatform(() -> leaves.page(filter, platformOnly, within(request)));
        return page.map(leaf -> new LogEntry(leaf, hides && leaf.tenantId() != null));
    }

    /**
     * The leaves of an organization.
     *
     * @throws ProblemException {@code validation-failed} if the page is beyond the last one
     */
    public Page<LogEntry> ofOrganization(Caller caller, UUID organizationId, LogFilter filter, PageRequest request) {
        caller.requireOrganizationReader(organizationId);
        return own(filter.of(organizationId), request);
    }

    /**
     * The leaves of a manufacturer.
     *
     * @throws ProblemException {@code validation-failed} if the page is beyond the last one
     */
    public Page<LogEntry> ofManufacturer(Caller caller, UUID manufacturerId, LogFilter filter, PageRequest request) {
        caller.requireManufacturerReader(manufacturerId);
        return own(filter.of(manufacturerId), request);
    }

    /**
     * The leaves of an organization that are about one of its devices, newest first.
     *
     * @param most how many are read at most
     */
    public List<LogLeaf> ofDevice(Caller caller, UUID organizationId, UUID deviceId, int most) {
        caller.requireOrganizationReader(organizationId);
        return leaves.ofDevice(organizationId, deviceId, most);
    }

    private Page<LogEntry> own(LogFilter filter, PageRequest request) {
        return leaves.page(filter, false, within(request)).map(leaf -> new LogEntry(leaf, false));
    }

    private static PageRequest within(PageRequest request) {
        if (request.offset() >= MAX_COUNTED) {
            throw new ProblemException(
                    ProblemCode.VALIDATION_FAILED,
                    "The list ends after " + MAX_COUNTED
                            + " leaves; choose a time with from and to, or export the log.");
        }
        return request;
    }
}
