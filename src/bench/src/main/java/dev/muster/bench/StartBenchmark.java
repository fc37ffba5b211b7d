package dev.muster.bench;

import dev.muster.testkit.MusterServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the demonstration run takes from nothing until it is ready, and what it holds of the memory when nobody uses it. The
 * phases are told by the server's log.
 */
final class StartBenchmark {

    private static final int STARTS = 5;

    private static final Duration IDLE = Duration.ofSeconds(60);

    private static final Pattern TIME = Pattern.compile("^\\[(\\d{4}-[^\\]]+)\\]");

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    /** Hibernate's first word: the application is being deployed. */
    private static final String DEPLOYING = "org.hibernate";

    private static final String DEPLOYED = "was successfully deployed";

    private StartBenchmark() {}

    static void run() throws IOException, InterruptedException {
        System.out.println(
                "| start | ready after | until the log | services | deployment | the rest | idle after a minute |");
        System.out.println("|--:|--:|--:|--:|--:|--:|--:|");
        for (int i = 1; i <= STARTS; i++) {
            System.out.println(row(i));
        }
    }

    private static String row(int number) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        try (MusterServer server = Bench.server(Map.of())) {
            Instant ready = Instant.now();
            List<String> log = Files.readAllLines(server.locations().logFile());
            Instant first = timeOf(log, "");
            Instant deploying = timeOf(log, DEPLOYING);
            Instant deployed = timeOf(log, DEPLOYED);
            Thread.sleep(IDLE);
            return "| %d | %s | %s | %s | %s | %s | %d MiB |"
                    .formatted(
                            number,
                            seconds(begin, ready),
                            seconds(begin, first),
                            seconds(first, deploying),
                            seconds(deploying, deployed),
                            seconds(deployed, ready),
                            server.memory().residentKib() / 1024);
        }
    }

    /** When the first entry with these words was written; its time is in a line above them, or in theirs. */
    private static Instant timeOf(List<String> log, String words) {
        Instant last = null;
        for (String line : log) {
            Matcher time = TIME.matcher(line);
            last = time.find() ? OffsetDateTime.parse(time.group(1), STAMP).toInstant() : last;
            if (last != null && line.contains(words)) {
                return last;
            }
        }
        throw new IllegalStateException("The log does not say: " + words);
    }

    private static String seconds(Instant from, Instant to) {
        return "%.1f s".formatted(Duration.between(from, to).toMillis() / 1000.0);
    }
}
