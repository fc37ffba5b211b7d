package dev.muster.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.domain.shared.json.StrictJson;
import dev.muster.ejb.device.DeviceLogin;
import jakarta.ejb.Stateless;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the classes of this project have in common. */
class HabitsTest {

    /** Use cases of whoever has not said yet who it is, and what is for everyone. */
    private static final Set<String> WITHOUT_CALLER = Set.of(
            "AccountService.authenticate",
            "ApiTokenService.authenticate",
            "CertificateService.rootPem",
            "CertificateService.serverPem",
            "ProvisioningService.provision",
            "RevocationListService.get");

    @Test
    void servicesAskWhoCalls() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Stateless.class)
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Service")
                .should(beginWithTheCaller())
                .because("tenants are kept apart by the services, on every call, and not by pages or resources")
                .check(Classes.ALL);
    }

    @Test
    void recordsOfPagesHaveNoBeanProperties() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Record.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.muster.web..")
                .should()
                .haveNameMatching("get[A-Z].*")
                .because(
                        "to a page's expression a record has methods alone (Expression Language 6.0, RecordELResolver)")
                .check(Classes.ALL);
    }

    @Test
    void entitiesHaveNoSetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .because("an entity changes by what happens to it, in the domain's words")
                .check(Classes.ALL);
    }

    @Test
    void clocksAreAskedForInstants() {
        noClasses()
                .should()
                .callMethod(Clock.class, "millis")
                .because("millis() of a clock that ticks in microseconds, as ours does, divides by zero (JDK 17)")
                .check(Classes.ALL);
    }

    @Test
    void jsonComesFromFactoriesThatAreKept() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(OwnJson.class, StrictJson.class)
                .should()
                .accessClassesThat()
                .areAssignableTo(Json.class)
                .because("each call of Json looks through all libraries of the application for an implementation")
                .check(Classes.ALL);
    }

    @Test
    void namesSayOneThing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)")
                .because("such a name says nothing of what is inside")
                .check(Classes.ALL);
    }

    @Test
    void viewsAreViews() {
        classes()
                .that()
                .resideInAPackage("dev.muster.web..")
                .and()
                .haveSimpleNameEndingWith("View")
                .should()
                .beAnnotatedWith(Named.class)
                .because("a view is what a page names")
                .check(Classes.ALL);
    }

    @Test
    void everyEntityIsInThePersistenceUnit() throws IOException {
        String unit = persistenceXml();
        assertThat(Classes.ALL.stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class))
                        .map(JavaClass::getName))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(unit).contains("<class>" + name + "</class>"));
    }

    private static String persistenceXml() throws IOException {
        try (InputStream file = HabitsTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ArchCondition<JavaMethod> beginWithTheCaller() {
        return new ArchCondition<>("take a Caller, or a device's login, first, and ask it") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String name = method.getOwner().getSimpleName() + "." + method.getName();
                boolean takes = !method.getRawParameterTypes().isEmpty()
                        && method.getRawParameterTypes().get(0).isAssignableTo(callerOrDevice(method));
                boolean asks = takes && asks(method, callerOrDevice(method), new HashSet<>());
                events.add(new SimpleConditionEvent(
                        method, asks || WITHOUT_CALLER.contains(name), name + " does not ask who calls"));
            }
        };
    }

    /** Whether it calls a method of the caller, or hands the caller to a method that does. */
    private static boolean asks(JavaCodeUnit code, Class<?> caller, Set<JavaCodeUnit> seen) {
        return seen.add(code)
                && (code.getMethodReferencesFromSelf().stream()
                                .anyMatch(
                                        reference -> reference.getTargetOwner().isAssignableTo(caller))
                        || code.getMethodCallsFromSelf().stream()
                                .anyMatch(call ->
                                        call.getTargetOwner().isAssignableTo(caller) || handsOver(call, caller, seen)));
    }

    private static boolean handsOver(JavaMethodCall call, Class<?> caller, Set<JavaCodeUnit> seen) {
        return call.getTarget()
                .resolveMember()
                .filter(target -> target.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(caller)))
                .filter(target -> asks(target, caller, seen))
                .isPresent();
    }

    private static Class<?> callerOrDevice(JavaMethod method) {
        boolean device = method.getRawParameterTypes().get(0).isAssignableTo(DeviceLogin.class);
        return device ? DeviceLogin.class : Caller.class;
    }
}
