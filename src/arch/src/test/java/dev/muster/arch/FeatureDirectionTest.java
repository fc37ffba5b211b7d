package dev.muster.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which feature may use which, in all modules together, and how large a package may be. */
class FeatureDirectionTest {

    /** What no feature is: the technical rooms of the modules. The last eight are rooms of {@code mqtt}. */
    private static final Set<String> TECHNICAL = Set.of(
            "shared",
            "problem",
            "security",
            "health",
            "connect",
            "packet",
            "syntax",
            "session",
            "channel",
            "broker",
            "hook",
            "outside");

    private static final int LARGEST_PACKAGE = 24;

    private static final Path PAGE = Path.of("../docs/architecture.md");

    /** {@code trust -> { manufacturer, device }   why}, or one name without braces. */
    private static final Pattern LINE = Pattern.compile("(?m)^([a-z]+) +-> +(?:\\{ ([a-z, ]+) }|([a-z]+))(?: .*)?$");

    @ParameterizedTest
    @EnumSource(Feature.class)
    void aFeatureUsesOnlyWhatIsListed(Feature feature) {
        noClasses()
                .that()
                .resideInAnyPackage(feature.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(feature.foreignPackages())
                .because("a feature that is understood alone can be changed alone")
                .check(Classes.ALL);
    }

    @Test
    void thePageHasTheSameList() throws IOException {
        Map<String, Set<String>> listed = Stream.of(Feature.values())
                .collect(Collectors.toMap(
                        Feature::lowerCase,
                        feature ->
                                feature.uses().stream().map(Feature::lowerCase).collect(Collectors.toSet())));
        listed.values().removeIf(Set::isEmpty);
        Map<String, Set<String>> written = new TreeMap<>();
        LINE.matcher(Files.readString(PAGE)).results().forEach(line -> {
            String uses = line.group(2) == null ? line.group(3) : line.group(2);
            written.put(line.group(1), Set.of(uses.split(", ")));
        });
        assertThat(written).isEqualTo(listed);
    }

    @Test
    void everyPackageBelongsToAFeatureOrIsTechnical() {
        assertThat(Classes.ALL.stream().map(FeatureDirectionTest::room).filter(room -> !room.isEmpty()))
                .isNotEmpty()
                .allMatch(room -> Feature.names().contains(room) || TECHNICAL.contains(room));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.muster.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that use each other are one package")
                .check(Classes.ALL);
    }

    @Test
    void packagesAreSmallEnoughToRead() {
        Map<String, Long> sizes = Classes.ALL.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(LARGEST_PACKAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "ejb"})
    void sharedKnowsNoFeature(String module) {
        noClasses()
                .that()
                .resideInAPackage("dev.muster." + module + ".shared..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(Feature.values())
                        .flatMap(feature -> Stream.of(feature.packages()))
                        .toArray(String[]::new))
                .because("what every feature uses can know none of them")
                .check(Classes.ALL);
    }

    /** The part of the package's name behind the module; empty for the module itself. */
    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length < 4 ? "" : parts[3];
    }
}
