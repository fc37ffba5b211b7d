package dev.muster.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which module may know which: {@code domain <- ejb <- { rest, web, mqtt }}. */
class ModuleDirectionTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(Classes.ALL);
    }

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that()
                        .resideInAPackage("dev.muster.domain..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.muster.ejb..", "dev.muster.rest..", "dev.muster.web..", "dev.muster.mqtt..")
                        .because("what is true does not depend on who asks"),
                noClasses()
                        .that()
                        .resideInAPackage("dev.muster.domain..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.sql..",
                                "javax.sql..",
                                "jakarta.ejb..",
                                "jakarta.ws.rs..",
                                "jakarta.servlet..",
                                "jakarta.faces..",
                                "jakarta.enterprise..",
                                "jakarta.inject..",
                                "jakarta.transaction..",
                                "org.hibernate..",
                                "org.eclipse.microprofile..")
                        .because("a rule that needs a container or a database cannot be tested as a rule"),
                noClasses()
                        .that()
                        .resideInAPackage("dev.muster.domain..")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .because("the time is an argument, so that yesterday and next year can be tested"),
                noClasses()
                        .that()
                        .resideInAPackage("dev.muster.ejb..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.muster.rest..",
                                "dev.muster.web..",
                                "dev.muster.mqtt..",
                                "jakarta.ws.rs..",
                                "jakarta.servlet..",
                                "jakarta.faces..")
                        .because("a use case is the same for a page, a script and a device"),
                noClasses()
                        .that()
                        .resideInAPackage("dev.muster.rest..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.muster.web..",
                                "dev.muster.mqtt..",
                                "jakarta.faces..",
                                "jakarta.persistence..",
                                "java.sql..")
                        .because("rest and web never meet, and neither reaches the database past the services"),
                noClasses()
                        .that()
                        .resideInAPackage("dev.muster.web..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.muster.rest..",
                                "dev.muster.mqtt..",
                                "jakarta.ws.rs..",
                                "jakarta.persistence..",
                                "java.sql..")
                        .because("rest and web never meet, and neither reaches the database past the services"),
                noClasses()
                        .that()
                        .resideInAPackage("dev.muster.mqtt..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.muster.rest..",
                                "dev.muster.web..",
                                "jakarta.ws.rs..",
                                "jakarta.servlet..",
                                "jakarta.faces..",
                                "jakarta.persistence..",
                                "java.sql..")
                        .because("mqtt is an edge as rest is, and does not reach the database past the services"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.muster.mqtt..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.netty..", "org.apache.activemq..", "com.hivemq..")
                        .because("only one module knows which broker it is"));
    }
}
