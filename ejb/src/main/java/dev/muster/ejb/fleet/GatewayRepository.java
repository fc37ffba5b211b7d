package dev.muster.ejb.fleet;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.Enrollment;
import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import dev.muster.ejb.shared.SearchText;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gateways and their peripherals. A peripheral names its gateway by identifier; both have the same manufacturer. */
@ApplicationScoped
class GatewayRepository {

    private static final String JOINED = "from Enrollment e left join Device d on d.enrollmentId = e.id"
            + " where e.organization.id = :organization and e.manufacturer.id = :manufacturer";

    private static final String BEHIND = JOINED + " and e.parentIdentifier = :identifier and e.deviceType = :type";

    private static final String IN_FRONT =
            JOINED + " and e.normalizedIdentifier = :identifier and e.deviceType = :type";

    private static final String ENTRY = "select e.id, e.uniqueIdentifier, e.deviceName, d.id ";

    @Inject
    private Store store;

    /** The peripherals behind a gateway, in the order of their import. */
    Page<EnrolledDevice> peripherals(Enrollment gateway, SearchText search, PageRequest request) {
        String behind = BEHIND + search.in("e.uniqueIdentifier", "e.deviceName");
        Map<String, Object> parameters =
                search.with(Map.of("identifier", gateway.normalizedIdentifier(), "type", DeviceType.PERIPHERAL));
        TypedQuery<Long> total = of("select count(e) " + behind, Long.class, gateway);
        TypedQuery<EnrolledDevice> items = of(ENTRY + behind + " order by e.id", EnrolledDevice.class, gateway);
        parameters.forEach(total::setParameter);
        parameters.forEach(items::setParameter);
        return new Page<>(
                items.setFirstResult(request.offset())
                        .setMaxResults(request.size())
                        .getResultList(),
                total.getSingleResult());
    }

    Optional<EnrolledDevice> gateway(Enrollment peripheral) {
        return of(ENTRY + IN_FRONT, EnrolledDevice.class, peripheral)
                .setParameter("identifier", peripheral.parentIdentifier())
                .setParameter("type", DeviceType.GATEWAY)
                .getResultStream()
                .findFirst();
    }

    private <T> TypedQuery<T> of(String query, Class<T> type, Enrollment of) {
        UUID organization = of.organization().id();
        UUID manufacturer = of.manufacturer().id();
        return store.entityManager()
                .createQuery(query, type)
                .setParameter("organization", organization)
                .setParameter("manufacturer", manufacturer);
    }
}
