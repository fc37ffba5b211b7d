package dev.muster.arch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.ImportStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page draws the transitions that an import has. */
class ImportStatusTest {

    private static final Path PAGE = Path.of("../docs/architecture.md");

    /** {@code READING --> VALIDATING : why}. */
    private static final Pattern ARROW = Pattern.compile("(?m)^ +([A-Z]+) --> ([A-Z]+) : .+$");

    @Test
    void thePictureHasTheSameTransitions() throws IOException {
        Map<ImportStatus, Set<ImportStatus>> drawn = new TreeMap<>();
        ARROW.matcher(Files.readString(PAGE))
                .results()
                .forEach(arrow -> drawn.computeIfAbsent(
                                ImportStatus.valueOf(arrow.group(1)), from -> EnumSet.noneOf(ImportStatus.class))
                        .add(ImportStatus.valueOf(arrow.group(2))));
        Map<ImportStatus, Set<ImportStatus>> real = Stream.of(ImportStatus.values())
                .filter(status -> !status.next().isEmpty())
                .collect(Collectors.toMap(status -> status, ImportStatus::next));
        assertThat(drawn).isEqualTo(real);
    }
}
