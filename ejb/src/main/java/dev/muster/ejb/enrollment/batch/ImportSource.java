package dev.muster.ejb.enrollment.batch;

import dev.muster.domain.enrollment.cell.Column;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param manufacturerId who made the devices
 * @param fileName what the manager calls it; null or blank for a name of ours
 * @param length how many bytes were announced, only for the progress; 0 if that is not known
 * @param mapping headers of the file that stand for columns with other names; empty if the file has our headers
 * @param headerLine the number of the header line, from 1; 0 for the first line that is not blank
 * @param content read once, to its end or to the first refusal; the caller closes it
 */
public record ImportSource(
        UUID manufacturerId,
        @Nullable String fileName,
        long length,
        Map<String, Column> mapping,
        int headerLine,
        InputStream content) {

    public ImportSource {
        Objects.requireNonNull(manufacturerId);
        Objects.requireNonNull(content);
        length = Math.max(0, length);
        mapping = Map.copyOf(mapping);
    }

    @Override
    public String fileName() {
        return fileName == null || fileName.isBlank() ? "devices.csv" : fileName.strip();
    }
}
