package dev.muster.domain.provisioning;

import dev.muster.domain.shared.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Writes new credentials as a file: one line for each entry of an import, with its result. A file may be written in
 * parts; only the first part has the header. No credential begins like a formula, so each is written without an
 * apostrophe. Nothing is kept.
 */
public final class CredentialCsv {

    public static final String MEDIA_TYPE = CsvWriter.MEDIA_TYPE;

    private final CsvWriter lines;

    private CredentialCsv(CsvWriter lines) {
        this.lines = lines;
    }

    /**
     * The first part: writes the header line.
     *
     * @param target encodes as UTF-8; this class neither flushes nor closes it
     */
    public static CredentialCsv begin(Writer target) throws IOException {
        return new CredentialCsv(
                new CsvWriter(target).header("uniqueIdentifier,deviceName,outcome,clientId,accessKey,accessToken"));
    }

    /** Another part. */
    public static CredentialCsv goOn(Writer target) {
        return new CredentialCsv(new CsvWriter(target));
    }

    /**
     * Writes an entry.
     *
     * @param outcome the result, a code
     * @param credentials null if the entry has no new ones
     */
    public void write(
            String uniqueIdentifier,
            String deviceName,
            String outcome,
            ProvisioningOutcome.@Nullable Credentials credentials)
            throws IOException {
        if (credentials == null) {
            lines.row(uniqueIdentifier, deviceName, outcome, null, null, null);
        } else {
            lines.row(
                    uniqueIdentifier,
                    deviceName,
                    outcome,
                    credentials.clientId(),
                    credentials.accessKey(),
                    credentials.accessToken());
        }
    }
}
