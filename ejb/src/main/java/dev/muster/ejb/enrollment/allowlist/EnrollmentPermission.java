package dev.muster.ejb.enrollment.allowlist;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.manufacturer.Manufacturer;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.CurrentScope;
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

    /** Whether it does now. It can change at any time. */
    public boolean isGiven(Manufacturer manufacturer, UUID organizationId) {
        return switch (manufacturer.enrollment()) {
            case OPEN -> true;
            case ALLOWED_ORGANIZATIONS -> list.contains(manufacturer.id(), organizationId);
        };
    }

    /** @throws ProblemException {@code forbidden} if it does not */
    public void require(Manufacturer manufacturer, UUID organizationId) {
        if (!isGiven(manufacturer, organizationId)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, refusal(manufacturer));
        }
    }

    /**
     * Requires the permission and locks it until the transaction ends. This is the last step of a commit, because every
     * change of the manufacturer waits for the lock.
     *
     * @throws EnrollmentNotAllowedException if there is no permission
     */
    public void lock(DeviceImport deviceImport) {
        Manufacturer manufacturer = deviceImport.manufacturer();
        if (!CurrentScope.with(manufacturer.id(), () -> isLocked(deviceImport, manufacturer))) {
            throw new EnrollmentNotAllowedException(refusal(manufacturer));
        }
    }

    /** Only the manufacturer's own rows can be locked, so they are seen for this. */
    private boolean isLocked(DeviceImport deviceImport, Manufacturer manufacturer) {
        store.entityManager().refresh(manufacturer, LockModeType.PESSIMISTIC_READ);
        return switch (manufacturer.enrollment()) {
            case OPEN -> true;
            case ALLOWED_ORGANIZATIONS ->
                list.lock(manufacturer.id(), deviceImport.organization().id());
        };
    }

    /** What the organization is told if it may not. */
    public static String refusal(Manufacturer manufacturer) {
        return manufacturer.name()
                + " lets only organizations on its list import its identifiers. Ask it to add yours.";
    }
}
