package dev.muster.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests that the pages about security name exist, and the table of ASVS counts its lines. */
class SecurityPagesTest {

    private static final Path HOME = Path.of("../..");

    private static final Path DOCS = HOME.resolve("src/docs");

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT|E2E))(?:\\.([a-z]\\w*))?`");

    private static final Pattern LINE =
            Pattern.compile("^\\| \\d+\\.\\d+\\.\\d+ \\| ([12]) \\|[^|]*\\| (met|n/a|open) \\|", Pattern.MULTILINE);

    private static final Map<String, String> SOURCES = sources();

    @ParameterizedTest
    @ValueSource(strings = {"asvs", "threats", "data", "cryptography", "roles", "people", "logs"})
    void everyTestThatAPageNamesExists(String page) throws IOException {
        List<String> missing = NAMED.matcher(Files.readString(DOCS.resolve(page + ".md")))
                .results()
                .filter(named -> !exists(named))
                .map(MatchResult::group)
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void theTableCountsItsLines() throws IOException {
        String page = Files.readString(DOCS.resolve("asvs.md"));
        assertThat(page)
                .contains(row(page, "met", "met"))
                .contains(row(page, "not applicable", "n/a"))
                .contains(row(page, "open", "open"));
    }

    private static String row(String page, String title, String state) {
        long first = count(page, state, "1");
        long second = count(page, state, "2");
        return "| %s | %d | %d | **%d** |".formatted(title, first, second, first + second);
    }

    private static long count(String page, String state, String level) {
        return LINE.matcher(page)
                .results()
                .filter(line -> line.group(1).equals(level) && line.group(2).equals(state))
                .count();
    }

    private static boolean exists(MatchResult named) {
        String source = SOURCES.get(named.group(1));
        return source != null && (named.group(2) == null || source.contains("void " + named.group(2) + "("));
    }

    /** By the name of the class. */
    private static Map<String, String> sources() {
        try (Stream<Path> files = Files.walk(HOME)) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityPagesTest::read,
                            String::concat));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
