package dev.muster.bench.engine;

import dev.muster.bench.load.Durations;
import dev.muster.testkit.Postgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the server under measurement asks of the engine in one transaction, taken from the engine's log. */
public final class StatementLog {

    /** Where the engine logs what is asked of it. */
    public static final String FILE = "bench.log";

    private static final Pattern LINE = Pattern.compile("(\\d+)([A-Z]+):  (.*)", Pattern.DOTALL);

    private static final Pattern STATEMENT = Pattern.compile("(?:execute [^:]*|statement): (.*)", Pattern.DOTALL);

    private static final long PATIENCE_MILLIS = 500;

    private final Postgres postgres;

    public StatementLog(Postgres postgres) {
        this.postgres = postgres;
    }

    /** The statements of the transaction that has one with these words, without its begin and its commit. */
    public List<LoggedStatement> transaction(String words, Durations.Call call)
            throws IOException, SQLException, InterruptedException {
        long before = Files.size(log());
        logging("all");
        call.run();
        logging("none");
        byte[] log = Files.readAllBytes(log());
        String text = new String(log, (int) before, log.length - (int) before, StandardCharsets.UTF_8);
        return byProcess(text).values().stream()
                .flatMap(statements -> transactions(statements).stream())
                .filter(transaction -> transaction.stream().anyMatch(statement -> statement.mentions(words)))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("No transaction in the log has: " + words));
    }

    private Path log() {
        return postgres.data().resolve("log").resolve(FILE);
    }

    private void logging(String which) throws SQLException, InterruptedException {
        postgres.execute("alter system set log_statement = '" + which + "'", "select pg_reload_conf()");
        Thread.sleep(PATIENCE_MILLIS);
    }

    /** Lines that go on are indented. */
    private static Map<String, List<LoggedStatement>> byProcess(String log) {
        Map<String, List<LoggedStatement>> statements = new HashMap<>();
        Map<String, String> last = new HashMap<>();
        for (String entry : log.split("\n(?=\\d+[A-Z]+: )")) {
            Matcher line = LINE.matcher(entry.replace("\n\t", "\n"));
            if (!line.matches()) {
                continue;
            }
            List<LoggedStatement> own = statements.computeIfAbsent(line.group(1), process -> new ArrayList<>());
            Matcher statement = STATEMENT.matcher(line.group(3));
            if (statement.matches()) {
                last.put(line.group(1), statement.group(1));
                own.add(LoggedStatement.of(statement.group(1), ""));
            } else if (line.group(2).equals("DETAIL") && !own.isEmpty()) {
                own.set(own.size() - 1, LoggedStatement.of(last.get(line.group(1)), line.group(3)));
            }
        }
        return statements;
    }

    private static List<List<LoggedStatement>> transactions(List<LoggedStatement> statements) {
        List<List<LoggedStatement>> transactions = new ArrayList<>();
        List<LoggedStatement> open = new ArrayList<>();
        for (LoggedStatement statement : statements) {
            switch (statement.text()) {
                case "BEGIN" -> open = new ArrayList<>();
                case "COMMIT" -> transactions.add(open);
                default -> open.add(statement);
            }
        }
        return transactions;
    }
}
