package dev.muster.domain.provisioning;

import dev.muster.domain.shared.CsvCell;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes new credentials as a file, a line for each entry of an import, with what became of it. It may be written in parts,
 * of which the first alone has the header.
 *
 * <p>RFC 4180 with commas and CRLF, and a byte order mark without which Excel would take it for windows-1252. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe; credentials never do. Nothing is kept.
 */
public final class CredentialCsv {

    public static final String MEDIA_TYPE = "text/csv; charset=UTF-8";

    private final Writer target;

    private CredentialCsv(Writer target) {
        this.target = target;
    }

    /**
     * The first part: writes the byte order mark and the header line.
     *
     * @param target encodes as UTF-8; neither flushed nor closed here
     */
    public static CredentialCsv begin(Writer target) throws IOException {
        target.write("\uFEFFuniqueIdentifier,deviceName,outcome,clientId,accessKey,accessToken\r\n");
        return new CredentialCsv(target);
    }

    /** Another part. */
    public static CredentialCsv goOn(Writer target) {
        return new CredentialCsv(target);
    }

    /**
     * Writes an entry.
     *
     * @param outcome what became of it, a code
     * @param credentials {@code null} where it has no new ones
     */
    public void write(
            String uniqueIdentifier, String deviceName, String outcome, ProvisioningOutcome.Credentials credentials)
            throws IOException {
        String made = credentials == null
                ? ",,"
                : String.join(",", credentials.clientId(), credentials.accessKey(), credentials.accessToken());
        target.write(String.join(",", CsvCell.written(uniqueIdentifier), CsvCell.written(deviceName), outcome, made)
                + "\r\n");
    }
}
