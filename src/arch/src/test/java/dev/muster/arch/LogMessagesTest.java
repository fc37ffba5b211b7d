package dev.muster.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The messages of the log, in the source. */
class LogMessagesTest {

    private static final Path HOME = Path.of("../..");

    /** The texts of a call of a logger, up to the end of the statement. */
    private static final Pattern CALL = Pattern.compile("LOG\\s*\\.log\\((.*?)\\);", Pattern.DOTALL);

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    /** {@link java.text.MessageFormat} takes what follows a lone apostrophe as it stands, so that {0} is never filled in. */
    @Test
    void anApostropheBesideAPlaceholderIsDoubled() throws IOException {
        try (Stream<Path> files = Files.walk(HOME)) {
            List<String> messages = files.filter(LogMessagesTest::isMainCode)
                    .flatMap(LogMessagesTest::messages)
                    .filter(message -> message.contains("{0"))
                    .toList();

            assertThat(messages)
                    .hasSizeGreaterThan(10)
                    .noneMatch(message -> LONE_APOSTROPHE.matcher(message).find());
        }
    }

    private static boolean isMainCode(Path file) {
        return file.toString().contains("/src/main/java/") && file.toString().endsWith(".java");
    }

    private static Stream<String> messages(Path file) {
        try {
            return CALL.matcher(Files.readString(file)).results().map(call -> texts(call.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String texts(String arguments) {
        return TEXT.matcher(arguments).results().map(text -> text.group(1)).reduce("", String::concat);
    }
}
