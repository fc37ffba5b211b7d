package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.domain.enrollment.csv.FileExtension;
import dev.muster.domain.enrollment.csv.ImportRefusedException;
import dev.muster.domain.quota.QuotaReachedException;
import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.enrollment.batch.ImportCancelledException;
import dev.muster.ejb.enrollment.batch.ImportSource;
import dev.muster.ejb.enrollment.batch.ImportTransitions;
import dev.muster.ejb.enrollment.batch.StoredFile;
import dev.muster.ejb.enrollment.batch.WorkClaim;
import dev.muster.ejb.enrollment.batch.WorkClaimRepository;
import dev.muster.ejb.enrollment.upload.FileIntake;
import dev.muster.ejb.enrollment.upload.ImportRefusal;
import dev.muster.ejb.enrollment.upload.MinimumRateStream;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Makes a draft of a file. Its rows go to the database as they come. Then they are compared with each other and with
 * what is enrolled. This takes many transactions, so that everyone sees how far it is, and rows that came in are not
 * lost.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadService {

    /** A file of more rows is compared in the background, after the answer to its sender. */
    private static final int LARGE = 20_000;

    private static final Logger LOG = System.getLogger(UploadService.class.getName());

    private static final String NOT_STORED =
            "The server could not store this file. Upload it again. If that fails too, "
                    + "tell the operator of Muster: its database may be full.";

    @Inject
    private FileIntake intake;

    @Inject
    private WorkClaimRepository claims;

    @Inject
    private ImportTransitions transitions;

    @Inject
    private ImportWork work;

    @Inject
    private ImportService imports;

    /**
     * Reads a file into a new draft.
     *
     * @return the draft; the import in status VALIDATING if the file is large
     * @throws ImportRefusal if the file is refused; nothing of it is kept
     * @throws ProblemException {@code validation-failed} if there is no such manufacturer
     * @throws ProblemException {@code forbidden} if the manufacturer does not let the organization enroll
     * @throws ProblemException {@code conflict} if a manager stopped it meanwhile
     * @throws QuotaReachedException if a quota of the organization is reached; nothing of the file is kept
     * @throws ProblemException {@code rate-limited} if the organization, or all together, send too many files
     * @throws UncheckedIOException if the sender went away; the rows that came are kept as an interrupted import
     */
    public DeviceImport upload(Caller caller, UUID organizationId, ImportSource source) {
        caller.requireOrganization(organizationId);
        transitions.manufacturer(organizationId, source.manufacturerId());
        UUID importId = UUID.randomUUID();
        try {
            FileExtension.require(source.fileName());
            boolean large =
                    intake.admit(organizationId, () -> receiveClaimed(caller, organizationId, importId, source));
            if (large) {
                work.start(importId);
            }
            return imports.get(caller, organizationId, importId);
        } catch (ImportRefusedException e) {
            throw new ImportRefusal(e.errors());
        } catch (ImportCancelledException e) {
            throw new ProblemException(ProblemCode.CONFLICT, "This import was cancelled. Nothing of it is kept.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The file could not be stored", e);
        }
    }

    /** Holds the claim until the import's end is noted. Otherwise the search for orphaned work would end the import. */
    @SuppressWarnings("try") // the claim is only held
    private boolean receiveClaimed(Caller caller, UUID organizationId, UUID importId, ImportSource source)
            throws IOException, SQLException, ImportRefusedException {
        try (WorkClaim claim = claims.create(importId)) {
            return receive(caller, organizationId, importId, source);
        }
    }

    /** Stores the file and says whether it is large. If that fails, ends the import. */
    private boolean receive(Caller caller, UUID organizationId, UUID importId, ImportSource source)
            throws IOException, SQLException, ImportRefusedException {
        try {
            return store(caller, organizationId, importId, source);
        } catch (ImportRefusedException e) {
            transitions.forget(importId);
            throw e;
        } catch (ImportCancelledException e) {
            transitions.empty(importId);
            throw e;
        } catch (MinimumRateStream.TooSlowException e) {
            transitions.breakOff(importId, ImportStatus.INTERRUPTED, e.getMessage() + ". Upload the file again.");
            throw e;
        } catch (IOException e) {
            transitions.breakOff(
                    importId, ImportStatus.INTERRUPTED, "The file did not arrive completely. Upload it again.");
            throw e;
        } catch (QuotaReachedException e) {
            transitions.forget(importId);
            throw e;
        } catch (ProblemException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            giveUp(importId);
            throw e;
        }
    }

    private boolean store(Caller caller, UUID organizationId, UUID importId, ImportSource source)
            throws IOException, SQLException, ImportRefusedException {
        DeviceImport deviceImport = transitions.begin(caller, organizationId, importId, source);
        StoredFile file = intake.read(source, deviceImport);
        transitions.read(importId, file);
        if (file.reading().rows() > LARGE) {
            return true;
        }
        work.validate(importId);
        return false;
    }

    /** If the database refuses this, too, the search for orphaned work ends the import when the database is back. */
    private void giveUp(UUID importId) {
        try {
            transitions.breakOff(importId, ImportStatus.FAILED, NOT_STORED);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "Import " + importId + " is left to be found", e);
        }
    }
}
