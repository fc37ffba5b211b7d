package dev.muster.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import dev.muster.ejb.enrollment.row.BulkHints;
import dev.muster.ejb.shared.Store;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who talks to the database. */
class QueriesTest {

    /** Packages that keep the rule. */
    private static final String[] PACKAGES = {"dev.muster.ejb.enrollment.."};

    /** Sends PostgreSQL settings and statistics for the statements of the repositories; it reads and writes no data. */
    private static final Class<?> PLANNER = BulkHints.class;

    /** Write an upload's rows and its progress, on a connection and in transactions of their own. */
    private static final Set<String> UPLOAD =
            Set.of("dev.muster.ejb.enrollment.row.BatchRowWriter", "dev.muster.ejb.enrollment.upload.RowStream");

    private static final Set<String> QUERIES = Set.of("first", "page");

    @Test
    void onlyRepositoriesQueryTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(PACKAGES)
                .and()
                .haveSimpleNameNotEndingWith("Repository")
                .and(not(belongToAnyOf(PLANNER)))
                .and(describe("are not of an upload", type -> !UPLOAD.contains(type.getName())))
                .should()
                .callMethodWhere(describe("the method makes a statement", QueriesTest::makesAStatement))
                .because("a table is read and written where its other statements are")
                .check(Classes.ALL);
    }

    private static boolean makesAStatement(JavaMethodCall call) {
        AccessTarget.MethodCallTarget target = call.getTarget();
        JavaClass owner = target.getOwner();
        String name = target.getName();
        return owner.isAssignableTo(EntityManager.class) && name.matches("create.*Query")
                || owner.isAssignableTo(Connection.class) && name.matches("prepare(Statement|Call)|createStatement")
                || owner.isEquivalentTo(Store.class) && QUERIES.contains(name);
    }
}
