package dev.muster.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.domain.shared.json.StrictJson;
import dev.muster.domain.trust.key.BouncyCastle;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

/** What the classes of this project have in common. */
class HabitsTest {

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
    void keysAreReadWhereTheProviderIsMade() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(BouncyCastle.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(BouncyCastleProvider.class)
                .because("its functions return null in a JVM that has not made the provider yet")
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
}
