package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code src/docs/errors.md} has every problem code and no other. */
class ErrorsPageTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\| [45]\\d\\d \\| .*\\S \\| .*\\S \\|$");

    @Test
    void everyCodeIsDescribed() throws IOException {
        Path page = Path.of(System.getProperty("muster.home"), "src/docs/errors.md");
        List<String> described = Files.readAllLines(page).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1))
                .toList();
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .toList());
    }
}
