package dev.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.Await;
import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The security log of a server from now on, as a program reads it that knows only docs/logs.md. */
record SecurityLines(Path file, long begin) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String VALUE =
            "(?:[A-Za-z0-9._:/-]{1,80}|\"(?:[^\"\\\\\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]|\\\\.)*\")";

    private static final Pattern LINE = Pattern.compile(
            "time=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z event=[a-z-]+( [a-zA-Z0-9.-]+=" + VALUE + ")*");

    private static final Pattern FIELD = Pattern.compile("([a-zA-Z0-9.-]+)=(" + VALUE + ")(?: |$)");

    static SecurityLines of(MusterServer server) throws IOException {
        Path file = server.locations().data().resolve("logs/security.log");
        return new SecurityLines(file, Files.size(file));
    }

    /** All lines, each of which has the documented form. */
    List<String> lines() {
        try {
            byte[] whole = Files.readAllBytes(file);
            String since = new String(whole, (int) begin, whole.length - (int) begin, StandardCharsets.UTF_8);
            List<String> lines = List.of(since.split("\n"));
            assertThat(lines)
                    .allMatch(line -> line.isEmpty() || LINE.matcher(line).matches());
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of the last line that has all these texts; it may come a moment after the answer. */
    Map<String, String> find(String... texts) {
        return Await.until(PATIENCE, () -> last(texts), Optional::isPresent).orElseThrow();
    }

    private Optional<Map<String, String>> last(String... texts) {
        return lines().stream()
                .filter(line -> List.of(texts).stream().allMatch(line::contains))
                .reduce((first, second) -> second)
                .map(SecurityLines::fields);
    }

    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2).replaceAll("^\"|\"$", ""));
        }
        return fields;
    }
}
