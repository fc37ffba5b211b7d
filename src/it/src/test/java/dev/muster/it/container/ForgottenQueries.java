package dev.muster.it.container;

import dev.muster.domain.device.DeviceModel;
import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.ejb.shared.CurrentScope;
import dev.muster.ejb.shared.Scope;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.naming.InitialContext;

/** Queries of entities without any tenant in them. */
record ForgottenQueries(TwoTenants tenants) {

    /** How many rows each query finds in the scope of an organization, of one that has one of each. */
    Map<String, Long> inScopeOf(UUID organization) throws Exception {
        UserTransaction transaction = (UserTransaction) new InitialContext().lookup("java:comp/UserTransaction");
        Map<String, Long> found = new TreeMap<>();
        transaction.begin();
        try {
            CurrentScope.run(Scope.ofOrganization(organization), () -> count(found));
        } finally {
            transaction.rollback();
        }
        return found;
    }

    private void count(Map<String, Long> found) {
        Store store = CDI.current().select(Store.class).get();
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
}
