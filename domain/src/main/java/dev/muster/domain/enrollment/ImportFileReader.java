package dev.muster.domain.enrollment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

/** Reads an import file. */
public final class ImportFileReader {
    private final ImportLimits limits;

    public ImportFileReader(ImportLimits limits) {
        this.limits = limits;
    }

    public FileReading read(InputStream file, Map<String, Column> headerMapping, Consumer<FileRow> rows)
            throws IOException, ImportRefusedException {
        throw new UnsupportedOperationException("comes with the next commit: " + limits);
    }
}
