package dev.muster.ejb.enrollment.allowlist;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Whether a manufacturer lets an organization enroll its identifiers. */
@ApplicationScoped
public class EnrollmentPermission {

    @Inject
    private AllowListRepository list;

    @Inject
    private Store store;

    /** Whether it does, as far as is known now. */
    public boolean isGiven(Manufacturer manufacturer, UUID organizationId) {
        return switch (manufacturer.enrollment()) {
            case OPEN -> true;
            case ALLOWED_ORGANIZATIONS -> list.contains(manufacturer.id(), organizationId);
        };
    }

    /** @throws ProblemException {@code forbidden} where it does not */
    public void require(Manufacturer manufacturer, UUID organizationId) {
        if (!isGiven(manufacturer, organizationId)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, refusal(manufacturer));
        }
    }

    /**
     * Asks at this moment, and keeps the answer true until the transaction ends. Asked last in a commit, because a
     * manufacturer that wants to change anything about itself waits for it.
     *
     * @throws EnrollmentNotAllowedException where it does not let it
     */
    public void lock(DeviceImport deviceImport) {
        Manufacturer manufacturer = deviceImport.manufacturer();
        store.entityManager().refresh(manufacturer, LockModeType.PESSIMISTIC_READ);
        boolean given = switch (manufacturer.enrollment()) {
            case OPEN -> true;
            case ALLOWED_ORGANIZATIONS ->
                list.holds(manufacturer.id(), deviceImport.organization().id());
        };
        if (!given) {
            throw new EnrollmentNotAllowedException(refusal(manufacturer));
        }
    }

    /** What the organization is told where it does not. */
    public static String refusal(Manufacturer manufacturer) {
        return manufacturer.name()
                + " lets only organizations of its list import its identifiers. Ask it to add yours.";
    }
}
