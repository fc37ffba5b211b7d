package dev.muster.bench;

import dev.muster.bench.load.BenchCertificate;
import dev.muster.bench.load.Durations;
import dev.muster.bench.load.FleetFile;
import dev.muster.bench.load.PortalPages;
import dev.muster.testkit.MusterServer;
import dev.muster.testkit.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * The first pages of an organization with a million devices, as a browser gets them: the overview, and the list of devices.
 * The devices are imported as always, and join by SQL, because a million proofs would take a quarter of an hour. They are
 * counted by the statement of the migration. Then there is a month of joins and messages in every hour.
 */
final class OverviewBenchmark {

    private static final int FLEET = Integer.getInteger("muster.bench.fleet", 1_000_000);

    private static final int CALLS = Integer.getInteger("muster.bench.calls", 200);

    private static final int WARM_UP = 100;

    /** Longer than a round of the timers, which sum up and count. */
    private static final Duration SETTLED = Duration.ofSeconds(75);

    private static final String JOIN = """
            insert into device (id, organization_id, enrollment_id, certificate_id, unique_identifier, name, type,
              access_key, access_token_hash, created_at, rotated_at, first_used_at, last_used_at)
            select gen_random_uuid(), e.organization_id, e.id, c.id, e.unique_identifier, e.device_name, e.device_type,
              substr(md5(e.id::text), 1, 26), 'none', now() - interval '20 days', now() - interval '20 days', now(),
              case when e.id % 10 = 0 then now() - interval '3 days' else now() end
            from enrollment e, (select id from manufacturer_certificate order by created_at limit 1) c
            where e.id % 20 <> 0""";

    private static final String COUNT = """
            insert into tally_change
              (kind, organization_id, manufacturer_id, import_id, certificate_id, outcome, hour_start, amount)
            select 'DEVICES', d.organization_id, e.manufacturer_id, e.batch_id, d.certificate_id, '',
              timestamp with time zone '1970-01-01 00:00:00+00', count(*)
            from device d join enrollment e on e.id = d.enrollment_id
            group by d.organization_id, e.manufacturer_id, e.batch_id, d.certificate_id""";

    private static final String EVENTS = """
            insert into tally_change (kind, organization_id, outcome, hour_start, amount)
            select kind, o.id, '', date_trunc('hour', now()) - h * interval '1 hour', 1000 + h
            from (select distinct organization_id as id from enrollment) o, generate_series(0, 719) h,
              (values ('JOINS'), ('MESSAGES')) k (kind)""";

    private OverviewBenchmark() {}

    /** Runs all and prints a Markdown table. */
    static void run() throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        Path directory = Bench.directory();
        try (Postgres postgres = Bench.engine();
                MusterServer server = Bench.server(postgres)) {
            BenchCertificate.create(Bench.user(server, "marco"), BenchCertificate.Kind.EC_P256);
            ImportApi imports = new ImportApi(server);
            imports.commit(imports.importFile(FleetFile.write(directory.resolve("fleet.csv"), 0, FLEET)));
            postgres.execute(JOIN, COUNT, EVENTS, "vacuum analyze", "checkpoint");
            Thread.sleep(SETTLED);
            PortalPages olivia = PortalPages.of(server, "olivia");
            System.out.print("| page, " + FLEET + " enrolled | median | 95 % | worst |\n|---|--:|--:|--:|\n"
                    + measure(olivia, "/organization/overview.xhtml")
                    + measure(olivia, "/organization/devices.xhtml"));
        }
    }

    private static String measure(PortalPages portal, String path) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            portal.get(path);
        }
        Durations durations = new Durations();
        for (int i = 0; i < CALLS; i++) {
            durations.measure(() -> portal.get(path));
        }
        return String.format(
                Locale.ROOT,
                "| `%s` | %.1f ms | %.1f ms | %.1f ms |%n",
                path,
                durations.percentile(50),
                durations.percentile(95),
                durations.percentile(100));
    }
}
