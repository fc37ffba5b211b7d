package dev.muster.it.container;

import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.Scope;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.metamodel.EntityType;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.naming.InitialContext;

/** Queries of entities without any tenant in them. */
record ForgottenQueries(TwoTenants tenants) {

    /** What every tenant sees, or what belongs to no tenant: TenantFilterTest has the reasons. */
    private static final Set<String> SEEN_BY_ALL =
            Set.of("Organization", "Manufacturer", "Issuer", "PublishedRevocationList", "LoginDelay", "ServerInstance");

    /** How many rows each query finds in the scope of an organization, of one that has one of each. */
    Map<String, Long> inScopeOf(UUID organization) throws Exception {
        return inScopeOf(organization, this::count);
    }

    /** How many rows of each entity are found in the scope of an organization. */
    Map<String, Long> ofEachEntity(UUID organization) throws Exception {
        return inScopeOf(organization, this::countEach);
    }

    private static Map<String, Long> inScopeOf(UUID organization, Consumer<Map<String, Long>> queries)
            throws Exception {
        UserTransaction transaction = (UserTransaction) new InitialContext().lookup("java:comp/UserTransaction");
        Map<String, Long> found = new TreeMap<>();
        transaction.begin();
        try {
            CurrentScope.run(Scope.ofOrganization(organization), () -> queries.accept(found));
        } finally {
            transaction.rollback();
        }
        return found;
    }

    private void countEach(Map<String, Long> found) {
        Store store = store();
        store.entityManager().getMetamodel().getEntities().stream()
                .map(EntityType::getName)
                .filter(entity -> !SEEN_BY_ALL.contains(entity))
                .forEach(entity -> found.put(
                        entity,
                        store.first(Long.class, "select count(*) from " + entity, Map.of())
                                .orElseThrow()));
    }

    private void count(Map<String, Long> found) {
        Store store = store();
        for (Class<?> entity : new Class<?>[] {DeviceImport.class, EnrollmentRow.class, DeviceModel.class}) {
            String query = "select count(e) from " + entity.getSimpleName() + " e";
            found.put(query, store.first(Long.class, query, Map.of()).orElseThrow());
        }
        found.put(
                "import by id",
                store.find(DeviceImport.class, tenants.importId()).stream().count());
        found.put(
                "model by id",
                store.find(DeviceModel.class, tenants.modelId()).stream().count());
    }

    private static Store store() {
        return CDI.current().select(Store.class).get();
    }
}
