package dev.muster.ejb.tally;

import dev.muster.domain.tally.TallyKind;
import dev.muster.ejb.shared.Engine;
import dev.muster.ejb.shared.NativeValue;
import dev.muster.ejb.shared.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Changes of numbers, and their sums. A use case only inserts changes. A timer moves them into the sums
 * ({@link TallySumming}). A number is always the sum of both tables, so it is right at any moment.
 */
@ApplicationScoped
class TallyRepository {

    private static final String COLUMNS =
            "kind, organization_id, manufacturer_id, import_id, certificate_id, outcome, hour_start";

    private static final String INSERT = "insert into tally_change (" + COLUMNS + ", amount) values ";

    private static final String VALUES = "(?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int COUNT = 8;

    private static final String LEAVES = "insert into tally_change (" + COLUMNS + ", amount) " + """
            select 'DEVICES', d.organization_id, e.manufacturer_id, e.batch_id, d.certificate_id, '',
              cast(:standing as timestamp with time zone), -1
            from device d join enrollment e on e.id = d.enrollment_id where d.id = :device""";

    private static final String NOBODY = "cast('00000000-0000-0000-0000-000000000000' as uuid)";

    private static final String GROUPS = Stream.of("organization_id", "manufacturer_id", "import_id", "certificate_id")
            .map(id -> "coalesce(" + id + ", " + NOBODY + ")")
            .collect(Collectors.joining(", "));

    /** The changes that are committed, summed up; removes them. */
    private static final String TAKE = "select kind, " + GROUPS + ", outcome, hour_start, sum(amount) from %s as gone"
            + " group by kind, " + GROUPS + ", outcome, hour_start";

    private static final String TAKE_ON_POSTGRESQL =
            "with gone as (delete from tally_change returning *) " + TAKE.replace("%s as gone", "gone");

    private static final String TAKE_ON_H2 = TAKE.formatted("old table (delete from tally_change)");

    private static final String OF_SUM =
            " where organization_id = :organization and hour_start = :hour and kind = :kind"
                    + " and outcome = :outcome and manufacturer_id = :manufacturer and import_id = :import"
                    + " and certificate_id = :certificate";

    private static final String OF_HOURS = " where kind in (" + kinds(false) + ") and hour_start ";

    @Inject
    private Store store;

    private static String kinds(boolean isStanding) {
        return Arrays.stream(TallyKind.values())
                .filter(kind -> kind.isStanding() == isStanding)
                .map(kind -> "'" + kind + "'")
                .collect(Collectors.joining(", "));
    }

    /** Adds changes, in one statement. */
    void add(List<TallyChange> changes) {
        if (!changes.isEmpty()) {
            session().doWork(connection -> insert(connection, changes));
        }
    }

    private static void insert(Connection connection, List<TallyChange> changes) throws SQLException {
        String values = changes.stream().map(change -> VALUES).collect(Collectors.joining(", "));
        try (PreparedStatement insert = connection.prepareStatement(INSERT + values)) {
            int offset = 0;
            for (TallyChange change : changes) {
                set(insert, offset, change);
                offset += COUNT;
            }
            insert.executeUpdate();
        }
    }

    private static void set(PreparedStatement insert, int offset, TallyChange change) throws SQLException {
        insert.setString(offset + 1, change.kind().name());
        insert.setObject(offset + 2, change.organizationId());
        insert.setObject(offset + 3, change.manufacturerId());
        insert.setObject(offset + 4, change.importId());
        insert.setObject(offset + 5, change.certificateId());
        insert.setString(offset + 6, change.outcome());
        insert.setObject(offset + 7, change.hour().atOffset(ZoneOffset.UTC));
        insert.setLong(offset + 8, change.amount());
    }

    /** Takes a device that is stored out of its numbers. */
    void leaves(UUID deviceId) {
        query(LEAVES)
                .setParameter("standing", TallyChange.STANDING)
                .setParameter("device", deviceId)
                .executeUpdate();
    }

    /** Removes all committed changes. A row has the columns of a sum and the amount. */
    @SuppressWarnings("unchecked")
    List<Object[]> take() {
        boolean isPostgresql = session().doReturningWork(Engine::of) == Engine.POSTGRESQL;
        return query(isPostgresql ? TAKE_ON_POSTGRESQL : TAKE_ON_H2).getResultList();
    }

    /** Adds a row of {@link #take} to its sum. Only one transaction does this at a time. */
    void sum(Object[] row) {
        long amount = NativeValue.number(row[7]);
        if (amount != 0 && of(row, "update tally set amount = amount + :amount" + OF_SUM) == 0) {
            of(
                    row,
                    "insert into tally (" + COLUMNS + ", amount) values (:kind, :organization, :manufacturer, :import,"
                            + " :certificate, :outcome, :hour, :amount)");
        }
    }

    private int of(Object[] row, String sql) {
        return query(sql)
                .setParameter("kind", row[0])
                .setParameter("organization", NativeValue.id(row[1]))
                .setParameter("manufacturer", NativeValue.id(row[2]))
                .setParameter("import", NativeValue.id(row[3]))
                .setParameter("certificate", NativeValue.id(row[4]))
                .setParameter("outcome", row[5])
                .setParameter("hour", NativeValue.instant(row[6]))
                .setParameter("amount", NativeValue.number(row[7]))
                .executeUpdate();
    }

    /** Removes sums that say nothing any more. */
    void removeEmpty() {
        query("delete from tally where kind in (" + kinds(true) + ") and amount = 0")
                .executeUpdate();
    }

    /** Makes one number of the hours of a day. The next summing finishes it. */
    void fold(Instant day, Instant nextDay) {
        String hours = OF_HOURS + "> :day and hour_start < :next";
        query("insert into tally_change (" + COLUMNS + ", amount) select "
                        + COLUMNS.replace("hour_start", "cast(:day as timestamp with time zone)")
                        + ", amount from tally" + hours)
                .setParameter("day", day)
                .setParameter("next", nextDay)
                .executeUpdate();
        query("delete from tally" + hours)
                .setParameter("day", day)
                .setParameter("next", nextDay)
                .executeUpdate();
    }

    /** Removes what happened before this time. */
    void forget(Instant before) {
        query("delete from tally" + OF_HOURS + "< :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private Query query(String sql) {
        return store.entityManager().createNativeQuery(sql);
    }

    private Session session() {
        return store.entityManager().unwrap(Session.class);
    }
}
