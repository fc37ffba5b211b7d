package dev.muster.launcher.payara;

import dev.muster.launcher.settings.Locations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out from the logs of a starting server whether it refused a line of {@code src/config}. Payara only warns and
 * goes on, with a listener less protected than it should be, or without the application.
 */
public record StartLog(Locations locations) {

    private static final Pattern REFUSED = Pattern.compile("Boot Command (\\S+) failed \\w*?(?:FAILURE)([^\\]\\n]*)");

    /** As the server names the old files of its log. */
    private static final DateTimeFormatter OLD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS").withZone(ZoneOffset.UTC);

    /** Renames the old log: the server appends to its log, and an old refusal must not be taken for a new one. */
    static void putAside(Path log) throws IOException {
        if (Files.exists(log)) {
            String end = OLD.format(Files.getLastModifiedTime(log).toInstant());
            Files.move(log, log.resolveSibling(log.getFileName() + "_" + end), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns a sentence about the first refusal. */
    public Optional<String> refusal() {
        return Stream.of(locations.consoleFile(), locations.logFile())
                .flatMap(file -> refusal(read(file), file).stream())
                .findFirst();
    }

    public static Optional<String> refusal(String text, Path file) {
        Matcher refused = REFUSED.matcher(text);
        return refused.find()
                ? Optional.of("The server refused '%s' of its configuration (%s): see %s."
                        .formatted(refused.group(1), refused.group(2).strip(), file))
                : Optional.empty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException notYetThere) {
            return "";
        }
    }
}
