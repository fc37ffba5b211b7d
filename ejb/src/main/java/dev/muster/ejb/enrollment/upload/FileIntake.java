package dev.muster.ejb.enrollment.upload;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.enrollment.file.ColumnObserver;
import dev.muster.domain.enrollment.file.FileReading;
import dev.muster.domain.enrollment.file.ImportFileReader;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.FairTurns;
import dev.muster.domain.shared.FairTurns.Bounds;
import dev.muster.domain.shared.FairTurns.Turn;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.batch.ImportCancelledException;
import dev.muster.ejb.enrollment.batch.ImportSource;
import dev.muster.ejb.enrollment.batch.StoredFile;
import dev.muster.ejb.quota.QuotaLimits;
import dev.muster.ejb.shared.DatabaseProbe;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Streams files into rows, a few at a time: each file takes a thread and two connections for as long as it comes. One
 * organization has two of these places, and few of its files may wait, so that its slow files keep nobody else waiting.
 */
@ApplicationScoped
public class FileIntake {

    private static final int AT_ONCE = 8;

    private static final int OF_ORGANIZATION = 2;

    /** Each waiting file holds a thread and a connection of its sender. */
    private static final int WAITING = 8;

    private static final int WAITING_OF_ORGANIZATION = 2;

    /** Longer than most files take; a client waits as long for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FairTurns<UUID> turns = new FairTurns<>(new Bounds(
            AT_ONCE, OF_ORGANIZATION, AT_ONCE + WAITING, OF_ORGANIZATION + WAITING_OF_ORGANIZATION, PATIENCE));

    @Resource(lookup = DatabaseProbe.DATA_SOURCE)
    private DataSource dataSource;

    @Inject
    private QuotaLimits quotas;

    @Inject
    @ConfigProperty(name = "muster.import.max-rows", defaultValue = "1000000")
    private int maxRows;

    /**
     * Runs the reading of a file when it is this organization's turn.
     *
     * @throws ProblemException {@code rate-limited} if no turn comes soon
     */
    @SuppressWarnings("try") // the turn is only held
    public <T> T admit(UUID organizationId, Reading<T> reading)
            throws IOException, SQLException, ImportRefusedException {
        try (Turn turn = turns.take(organizationId).orElseThrow(FileIntake::busy)) {
            return reading.read();
        }
    }

    /**
     * Not {@code unavailable}: after a 503 the server ends the connection, and a client that still sends never reads
     * the answer.
     */
    private static ProblemException busy() {
        return new ProblemException(
                ProblemCode.RATE_LIMITED,
                "Too many files are being read, of all organizations or of yours. Send this one again in a minute.");
    }

    /**
     * Streams a file into the rows of an import, in transactions of its own.
     *
     * @throws ImportRefusedException if the file is refused
     * @throws ImportCancelledException if a manager stopped the import meanwhile
     * @throws QuotaReachedException if the drafts of the organization have no room for its rows
     * @throws IOException if the sender went away or is too slow
     */
    public StoredFile read(ImportSource source, DeviceImport deviceImport)
            throws IOException, SQLException, ImportRefusedException {
        UUID importId = deviceImport.id();
        UUID organization = deviceImport.organization().id();
        RowRules rules = deviceImport.rules();
        RowTarget target = new RowTarget(organization, importId, () -> quotas.of(organization, Quota.DRAFT_ROWS));
        ColumnObserver column = new ColumnObserver(rules.scheme());
        MinimumRateStream content = new MinimumRateStream(source.content(), System::nanoTime);
        try (RowStream rows = new RowStream(dataSource.getConnection(), target, content::bytes)) {
            try {
                FileReading reading = new ImportFileReader(ImportLimits.DEFAULT.withMaxRows(maxRows))
                        .read(content, source.mapping(), source.headerLine(), file -> {
                            EnrollmentRow row = new EnrollmentRow(importId, file, rules);
                            column.look(row);
                            rows.write(row);
                        });
                rows.save();
                return StoredFile.of(reading, column);
            } catch (IOException brokenOff) {
                rows.save();
                throw brokenOff;
            }
        }
    }

    /** The reading of one file. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException, SQLException, ImportRefusedException;
    }
}
