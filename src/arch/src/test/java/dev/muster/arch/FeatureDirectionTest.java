package dev.muster.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which feature may know which, the same in the domain and in the use cases. */
class FeatureDirectionTest {

    @ParameterizedTest
    @ValueSource(strings = {"domain", "ejb"})
    void featuresPointOneWay(String module) {
        features("dev.muster." + module)
                .whereLayer("telemetry")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("provisioning")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("enrollment")
                .mayOnlyBeAccessedByLayers("provisioning")
                .whereLayer("trust")
                .mayOnlyBeAccessedByLayers("provisioning")
                .whereLayer("device")
                .mayOnlyBeAccessedByLayers("provisioning", "telemetry", "enrollment")
                .whereLayer("manufacturer")
                .mayOnlyBeAccessedByLayers("trust", "enrollment", "account", "start")
                .whereLayer("organization")
                .mayOnlyBeAccessedByLayers("provisioning", "device", "enrollment", "account", "start")
                .whereLayer("account")
                .mayOnlyBeAccessedByLayers("start")
                .because("a feature that is understood alone can be changed alone")
                .check(Classes.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "ejb", "rest", "web"})
    void featuresHaveNoCycles(String module) {
        slices().matching("dev.muster." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(Classes.ALL);
    }

    @Test
    void sharedKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.muster.domain.shared..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.muster.domain.account..",
                        "dev.muster.domain.device..",
                        "dev.muster.domain.enrollment..",
                        "dev.muster.domain.manufacturer..",
                        "dev.muster.domain.organization..",
                        "dev.muster.domain.provisioning..",
                        "dev.muster.domain.telemetry..",
                        "dev.muster.domain.trust..")
                .because("what every feature uses can know none of them")
                .check(Classes.ALL);
    }

    private static LayeredArchitecture features(String root) {
        LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(root + "..");
        for (String feature : new String[] {
            "account", "device", "enrollment", "manufacturer", "organization", "provisioning", "telemetry", "trust"
        }) {
            architecture = architecture.layer(feature).definedBy(root + "." + feature + "..");
        }
        return architecture.optionalLayer("start").definedBy(root + ".start..");
    }
}
