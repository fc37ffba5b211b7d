package dev.muster.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.muster.ejb.enrollment.row.BulkHints;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.Store;
import dev.muster.ejb.shared.TransactionScope;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which classes query the database. */
class DatabaseAccessTest {

    /** The base of all repositories; and what touches no table: the database's clock, its planner, and the transaction's scope. */
    private static final Class<?>[] WITHOUT_TABLE = {
        Store.class, DatabaseTime.class, BulkHints.class, TransactionScope.class
    };

    /** They write the rows of an upload and its progress, on their own connection and in their own transactions. */
    private static final Set<String> UPLOAD =
            Set.of("dev.muster.ejb.enrollment.row.BatchRowWriter", "dev.muster.ejb.enrollment.upload.RowStream");

    /** The queries that {@link Store} has for repositories. Every class may find, get and lock by id. */
    private static final Set<String> OF_STORE = Set.of("first", "page");

    @Test
    void onlyRepositoriesQuery() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.muster.domain..",
                        "dev.muster.ejb..",
                        "dev.muster.rest..",
                        "dev.muster.web..",
                        "dev.muster.mqtt..")
                .and(not(simpleNameEndingWith("Repository")))
                .and()
                .doNotBelongToAnyOf(WITHOUT_TABLE)
                .and(describe("are not of an upload", type -> !UPLOAD.contains(type.getName())))
                .should()
                .callMethodWhere(describe("the call makes a query", DatabaseAccessTest::isQuery))
                .because("a table is read and written where its other statements are")
                .check(Classes.ALL);
    }

    private static boolean isQuery(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        String method = call.getTarget().getName();
        return owner.isAssignableTo(EntityManager.class) && method.matches("create.*Query")
                || owner.isAssignableTo(Connection.class) && method.matches("create.*Statement|prepare.*")
                || owner.isEquivalentTo(Store.class) && OF_STORE.contains(method);
    }
}
