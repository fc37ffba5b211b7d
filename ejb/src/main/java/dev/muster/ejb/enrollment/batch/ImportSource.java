package dev.muster.ejb.enrollment.batch;

import dev.muster.domain.enrollment.cell.Column;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A file on its way in.
 *
 * @param manufacturerId who made the devices
 * @param fileName what the manager calls it
 * @param length how many bytes were announced, for the progress alone; 0 where that is not known
 * @param mapping headers of the maker's own and the columns that they stand for; empty where the file has ours
 * @param headerLine the line that the header stands on, from 1; 0 for the first that is not blank
 * @param content read once, to its end or to the first refusal; closed by whoever opened it
 */
public record ImportSource(
        UUID manufacturerId,
        String fileName,
        long length,
        Map<String, Column> mapping,
        int headerLine,
        InputStream content) {

    public ImportSource {
        Objects.requireNonNull(manufacturerId);
        Objects.requireNonNull(content);
        length = Math.max(0, length);
        fileName = fileName == null || fileName.isBlank() ? "devices.csv" : fileName.strip();
        mapping = Map.copyOf(mapping);
    }
}
