package dev.muster.bench.engine;

import dev.muster.bench.load.FleetFile;
import dev.muster.testkit.Postgres;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;

/** The physical limit: the same rows by the engine alone. */
public final class RawEngine {

    private static final String TABLE = """
            drop table if exists raw_row;
            create table raw_row (
              batch_id uuid not null default '00000000-0000-0000-0000-000000000001',
              row_no integer generated always as identity,
              unique_identifier varchar(4096) not null, device_name varchar(4096) not null,
              device_type varchar(4096) not null, parent_gateway varchar(4096), primary key (batch_id, row_no));
            create index on raw_row (batch_id, unique_identifier);
            create index on raw_row (batch_id, device_name);
            create index on raw_row (batch_id, parent_gateway) where parent_gateway is not null""";

    private static final String ENROLLMENT = """
            drop table if exists raw_enrollment;
            create table raw_enrollment (like enrollment including all)""";

    private static final String COLUMNS = "organization_id, manufacturer_id, batch_id, unique_identifier, "
            + "normalized_identifier, device_name, normalized_name, device_type, parent_identifier, created_at";

    private final Postgres postgres;

    public RawEngine(Postgres postgres) {
        this.postgres = postgres;
    }

    /** A plain COPY of the file into a table with the indexes that a draft's rows have. */
    public Duration copy(FleetFile file) throws SQLException, IOException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                Reader rows = Files.newBufferedReader(file.path())) {
            statement.execute(TABLE);
            long begin = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy raw_row (unique_identifier, device_name, device_type) from stdin csv header", rows);
            return since(begin);
        }
    }

    /** A plain INSERT ... SELECT of the enrollments of an import into a table with the same indexes. */
    public Duration insertSelect(String importId) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(ENROLLMENT);
            long begin = System.nanoTime();
            statement.execute("insert into raw_enrollment (" + COLUMNS + ") select " + COLUMNS
                    + " from enrollment where batch_id = '" + importId + "'");
            return since(begin);
        }
    }

    /** Room for the next run: what was measured is gone and its space can be used again. */
    public void tidy() throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists raw_row, raw_enrollment");
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
