package dev.muster.bench.engine;

import dev.muster.bench.load.Provisioned;
import dev.muster.testkit.Postgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What Muster asks of the engine for one request, as scripts for {@link Pgbench}: the very statements, with another device
 * each time. Its devices are its own; it makes their enrollments first.
 */
public final class SameSql {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final long FIRST_ENROLLMENT = 1_000_000_000L;

    private static final String NUMBER = """
            \\set i :i + 1
            \\set n :client_id * %d + %s
            \\set e %d + :n
            \\set ts 1700000000000 + :i
            """;

    private static final String ENROLLMENTS = """
            insert into enrollment (id, organization_id, manufacturer_id, batch_id, unique_identifier,
              normalized_identifier, device_name, normalized_name, device_type, created_at)
            select %d + n, organization_id, manufacturer_id, batch_id, 'PGB' || n, 'PGB' || n, 'PGB ' || n, 'pgb ' || n,
              device_type, created_at
            from (select * from enrollment order by id limit 1) one,
              (select client * %d + i as n from generate_series(0, %d) client, generate_series(1, %d) i) numbers""";

    private static final String IDS = """
            select string_agg(id::text, ' ') from (select id from organization union select id from manufacturer
              union select id from manufacturer_certificate union select id from enrollment_batch) as known""";

    private final Postgres postgres;
    private final Pgbench pgbench;

    public SameSql(Postgres postgres, Pgbench pgbench) {
        this.postgres = postgres;
        this.pgbench = pgbench;
    }

    /** Provisions so many devices with each client. */
    public double provision(List<LoggedStatement> statements, Provisioned example, int transactions)
            throws SQLException, IOException, InterruptedException {
        postgres.execute(ENROLLMENTS.formatted(FIRST_ENROLLMENT, Pgbench.NUMBERS, Pgbench.CLIENTS - 1, transactions));
        String before = NUMBER.formatted(Pgbench.NUMBERS, ":i", FIRST_ENROLLMENT);
        Map<String, String> changing = changing(example);
        changing.put(
                postgres.value("select id from enrollment where unique_identifier = '" + example.identifier() + "'"),
                ":e");
        String known = postgres.value(IDS);
        List<String> scripted = statements.stream()
                .map(statement ->
                        statement.with(value -> changing.computeIfAbsent(value, v -> expression(v, known, changing))))
                .toList();
        return pgbench.rate("provision", before, scripted, transactions);
    }

    /** Sends so many messages with each client, of devices that {@link #provision} has made. */
    public double telemetry(
            List<LoggedStatement> statements, Provisioned example, long ts, int devices, int transactions)
            throws IOException, InterruptedException {
        String before = NUMBER.formatted(Pgbench.NUMBERS, "random(1, " + devices + ")", FIRST_ENROLLMENT);
        Map<String, String> changing = changing(example);
        changing.put(String.valueOf(ts), ":ts");
        List<String> scripted = statements.stream()
                .map(statement -> statement.with(value -> changing.getOrDefault(value, literal(value))))
                .toList();
        return pgbench.rate("telemetry", before, scripted, transactions);
    }

    private static Map<String, String> changing(Provisioned example) {
        Map<String, String> changing = new HashMap<>();
        changing.put(example.identifier(), "('PGB' || :n::text)");
        changing.put(example.accessKey(), "('PGB' || lpad(:n::text, 23, 'A'))");
        changing.put(example.deviceId(), uuid(0));
        changing.put(example.proofId(), "('bench-' || lpad(:n::text, 36, '0'))");
        return changing;
    }

    /** An id that nothing had before this transaction is a new one each time; all else stays. */
    private static String expression(String value, String known, Map<String, String> changing) {
        return UUID.matcher(value).matches() && !known.contains(value) ? uuid(changing.size()) : literal(value);
    }

    private static String uuid(int which) {
        return "('00000000-0000-4%03d-8000-' || lpad(:n::text, 12, '0'))::uuid".formatted(which);
    }

    private static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
