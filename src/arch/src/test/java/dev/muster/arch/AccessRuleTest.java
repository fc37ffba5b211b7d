package dev.muster.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.muster.domain.shared.Caller;
import dev.muster.ejb.shared.Access;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.servlet.http.HttpServlet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each endpoint and each public method of a bean says who may call it. To add a method of a bean, let it take a {@link Caller}
 * first and ask it, or mark it with {@link Access}. To add an endpoint, mark it or its class with one of the rules in
 * {@link AccessRules}.
 */
class AccessRuleTest {

    private static final ArchRule BEANS = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(describe("are beans", AccessRuleTest::isBean))
            .should(AccessRules.sayWhoMayCall())
            .because("tenants are kept apart by the services, on every call, and not by pages or resources");

    private static final ArchRule ENDPOINTS = methods()
            .that(describe("answer requests", AccessRules::answersRequests))
            .should(AccessRules.haveOneRuleOfEndpoints())
            .because("an endpoint without a rule is open to everybody");

    private static final ArchRule USERS = methods()
            .that(describe("answer requests of users", AccessRules::isForUsers))
            .should(AccessRules.passTheirUserOn())
            .because("a service cannot ask a user whom it does not get");

    private static final ArchRule SERVLETS = noClasses()
            .that()
            .areAssignableTo(HttpServlet.class)
            .should(be(describe("before the login", AccessRules::isBeforeTheLogin)))
            .because("web.xml demands a login for every other address");

    @Test
    void everyMethodOfABeanSaysWhoMayCall() {
        BEANS.check(Classes.ALL);
    }

    @Test
    void everyEndpointSaysWhoMayCall() {
        ENDPOINTS.check(Classes.ALL);
        USERS.check(Classes.ALL);
    }

    @Test
    void everyServletIsBehindTheLogin() {
        SERVLETS.check(Classes.ALL);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ForgottenRules.Bean.class,
                ForgottenRules.SingleBean.class,
                ForgottenRules.BeanThatDoesNotAsk.class,
                ForgottenRules.BeanThatDeclaresButDoesNotAsk.class
            })
    void aBeanWithoutARuleEndsTheBuild(Class<?> forgotten) {
        assertFails(BEANS, forgotten, AccessRules.MISSING);
    }

    @ParameterizedTest
    @ValueSource(classes = {ForgottenRules.Endpoint.class, ForgottenRules.EndpointWithTwoRules.class})
    void anEndpointWithoutARuleEndsTheBuild(Class<?> forgotten) {
        assertFails(ENDPOINTS, forgotten, AccessRules.MISSING);
    }

    @Test
    void anEndpointThatForgetsItsUserEndsTheBuild() {
        assertFails(USERS, ForgottenRules.EndpointThatForgetsItsUser.class, "forgets its user");
    }

    @Test
    void aServletBeforeTheLoginEndsTheBuild() {
        assertFails(SERVLETS, ForgottenRules.Servlet.class, "before the login");
    }

    @Test
    void aRuleIsEnough() {
        var classes = new ClassFileImporter().importClasses(ForgottenRules.BeanWithRule.class);
        assertThatCode(() -> BEANS.check(classes)).doesNotThrowAnyException();
    }

    private static void assertFails(ArchRule rule, Class<?> forgotten, String message) {
        var classes = new ClassFileImporter().importClasses(forgotten);
        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    private static boolean isBean(JavaClass type) {
        return type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class);
    }
}
