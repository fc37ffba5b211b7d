package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The libraries that are shipped, against the SBOM of the build and the page of licences. */
class ShippedLibrariesIT {

    private static final Path HOME = Path.of(System.getProperty("muster.home"));

    /** As the SBOM names them: SPDX identifiers, or the library's own words. */
    private static final Set<String> ALLOWED_LICENCES = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Bouncy Castle Licence",
            "EPL 1.0",
            "Go License",
            "MIT",
            "MIT-0",
            "MPL-2.0",
            "Unicode-3.0");

    private static final Pattern PACKAGE_URL =
            Pattern.compile("pkg:maven/([^/]+)/([^@]+)@([^?]+)\\?(?:classifier=([^&]+)&)?type=(.+)");

    /** A line of the page: "| group:artifact | licence, licence | … |". */
    private static final Pattern LINE = Pattern.compile("\\| `([^`]+:[^`]+)` \\| ([^|]+) \\|.*");

    @Test
    void theSbomNamesEveryJarOfTheProduct() throws IOException {
        Set<String> named = libraries().map(Library::file).collect(Collectors.toSet());

        assertThat(shippedJars())
                .isNotEmpty()
                .allSatisfy(jar -> assertThat(named)
                        .as("the file names of target/bom.json")
                        .anySatisfy(name -> assertThat(jar).endsWith(name)));
    }

    @Test
    void thePageOfLicencesListsWhatTheSbomSays() throws IOException {
        Set<String> page = Files.readAllLines(HOME.resolve("src/docs/licences.md")).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1) + ": " + line.group(2))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(page)
                .containsExactlyElementsOf(libraries()
                        .map(library -> library.name() + ": " + String.join(", ", library.licences()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyLicenceIsAllowed() throws IOException {
        assertThat(libraries())
                .allSatisfy(library -> assertThat(library.licences())
                        .as(library.name())
                        .isNotEmpty()
                        .isSubsetOf(ALLOWED_LICENCES));
    }

    private static Stream<Library> libraries() throws IOException {
        try (InputStream sbom = Files.newInputStream(HOME.resolve("ear/target/bom.json"))) {
            return Json.createReader(sbom).readObject().getJsonArray("components").stream()
                    .map(component -> Library.of(component.asJsonObject()))
                    .filter(library -> !library.name().startsWith("dev.muster:"));
        }
    }

    /** The names of all jars in the EAR, in its WARs, and in the launcher's directory. */
    private static Set<String> shippedJars() throws IOException {
        Set<String> jars = new TreeSet<>();
        try (InputStream ear = Files.newInputStream(HOME.resolve("ear/target/muster.ear"))) {
            collect(ear, jars);
        }
        try (Stream<Path> lib = Files.list(HOME.resolve("src/launcher/target/lib"))) {
            lib.map(path -> path.getFileName().toString()).forEach(jars::add);
        }
        jars.removeIf(jar -> jar.contains("muster-"));
        return jars;
    }

    private static void collect(InputStream archive, Set<String> jars) throws IOException {
        ZipInputStream entries = new ZipInputStream(archive);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                jars.add(entry.getName());
            } else if (entry.getName().endsWith(".war")) {
                collect(entries, jars);
            }
        }
    }

    /** A component of the SBOM. {@code file} is the name that Maven gives its jar. */
    private record Library(String name, String file, Set<String> licences) {

        static Library of(JsonObject component) {
            Matcher url = PACKAGE_URL.matcher(component.getString("purl"));
            assertThat(url.matches()).as(component.getString("purl")).isTrue();
            String classifier = url.group(4) == null ? "" : "-" + url.group(4);
            return new Library(
                    url.group(1) + ":" + url.group(2),
                    url.group(2) + "-" + url.group(3) + classifier + ".jar",
                    licences(component));
        }

        private static Set<String> licences(JsonObject component) {
            return component.containsKey("licenses")
                    ? component.getJsonArray("licenses").stream()
                            .map(choice -> choice.asJsonObject().getJsonObject("license"))
                            .map(licence -> licence.getString(licence.containsKey("id") ? "id" : "name"))
                            .collect(Collectors.toCollection(TreeSet::new))
                    : Set.of();
        }
    }
}
