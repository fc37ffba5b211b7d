package dev.muster.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.Store;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who queries the database. */
class DatabaseAccessTest {

    private static final String[] PACKAGES = {
        "dev.muster.ejb.account..",
        "dev.muster.ejb.device..",
        "dev.muster.ejb.fleet..",
        "dev.muster.ejb.manufacturer..",
        "dev.muster.ejb.organization..",
        "dev.muster.ejb.provisioning..",
        "dev.muster.ejb.shared..",
        "dev.muster.ejb.start..",
        "dev.muster.ejb.telemetry..",
    };

    /** Queries that {@link Store} has for repositories. Everybody may find, get and lock by id. */
    private static final Set<String> OF_STORE = Set.of("first", "page");

    @Test
    void onlyRepositoriesQuery() {
        noClasses()
                .that()
                .resideInAnyPackage(PACKAGES)
                .and(DescribedPredicate.not(simpleNameEndingWith("Repository")))
                // the base of all repositories, and the database's clock, which reads no table
                .and()
                .doNotBelongToAnyOf(Store.class, DatabaseTime.class)
                .should()
                .callMethodWhere(query())
                .because("a service orders a use case, and whoever looks for a query looks into the repositories")
                .check(Classes.ALL);
    }

    private static DescribedPredicate<JavaCall<?>> query() {
        return DescribedPredicate.describe("a query is made", call -> {
            JavaClass owner = call.getTargetOwner();
            String method = call.getTarget().getName();
            return owner.isAssignableTo(EntityManager.class) && method.matches("create.*Query")
                    || owner.isAssignableTo(Connection.class) && method.matches("create.*Statement|prepare.*")
                    || owner.isEquivalentTo(Store.class) && OF_STORE.contains(method);
        });
    }
}
