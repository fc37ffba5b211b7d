package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.EnrollmentRow;
import dev.muster.domain.enrollment.FileReading;
import dev.muster.domain.enrollment.ImportFileReader;
import dev.muster.domain.enrollment.ImportLimits;
import dev.muster.domain.enrollment.ImportRefusedException;
import dev.muster.domain.enrollment.RowRules;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.shared.DatabaseProbe;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Streams files into rows, a few at a time: each takes a thread and two connections for as long as it comes. */
@ApplicationScoped
public class FileIntake {

    private static final int AT_ONCE = 8;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Resource(lookup = DatabaseProbe.DATA_SOURCE)
    private DataSource dataSource;

    @Inject
    @ConfigProperty(name = "muster.import.max-rows", defaultValue = "1000000")
    private int maxRows;

    /**
     * Runs the reading of a file when there is room for one.
     *
     * @throws ProblemException {@code unavailable} where this server reads as many as it can
     */
    public <T> T admit(Reading<T> reading) throws IOException, SQLException, ImportRefusedException {
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    ProblemCode.UNAVAILABLE,
                    AT_ONCE + " files are being read already; send this one again in a minute.");
        }
        try {
            return reading.read();
        } finally {
            places.release();
        }
    }

    /**
     * Streams a file into the rows of an import, outside of any transaction but its own.
     *
     * @throws ImportRefusedException where the file cannot be taken
     * @throws ImportCancelledException where somebody stopped the import meanwhile
     * @throws IOException where the sender went away or is too slow
     */
    public FileReading read(ImportSource source, UUID importId, RowRules rules)
            throws IOException, SQLException, ImportRefusedException {
        MinimumRateStream content = new MinimumRateStream(source.content(), System::nanoTime);
        try (RowStream rows = new RowStream(dataSource.getConnection(), importId, content::bytes)) {
            try {
                FileReading reading = new ImportFileReader(ImportLimits.DEFAULT.withMaxRows(maxRows))
                        .read(content, source.mapping(), row -> rows.write(new EnrollmentRow(importId, row, rules)));
                rows.save();
                return reading;
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
