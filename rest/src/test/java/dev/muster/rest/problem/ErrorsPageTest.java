package dev.muster.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code src/docs/errors.md} has every problem code with its status, and no other code. */
class ErrorsPageTest {

    private static final Path PAGE = Path.of("../src/docs/errors.md");

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\| ([45]\\d\\d) \\| .*\\S \\| .*\\S \\|$");

    @Test
    void everyCodeIsDescribedWithItsStatus() throws IOException {
        Map<String, Integer> described = Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(row -> row.group(1), row -> Integer.valueOf(row.group(2))));
        Map<String, Integer> known =
                Stream.of(ProblemCode.values()).collect(Collectors.toMap(ProblemCode::code, ProblemStatus::of));
        assertThat(described).isEqualTo(known);
    }
}
