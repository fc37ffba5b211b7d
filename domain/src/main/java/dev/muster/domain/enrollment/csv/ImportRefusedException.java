package dev.muster.domain.enrollment.csv;

import java.util.List;

/** An import file that is refused as a whole. Rows read before the place that refuses it have been handed on. */
public final class ImportRefusedException extends Exception {
    private final transient List<FileError> errors;

    public ImportRefusedException(List<FileError> errors) {
        super(errors.getFirst().detail());
        this.errors = List.copyOf(errors);
    }

    public ImportRefusedException(long line, FileFault fault, String detail) {
        this(List.of(new FileError(line, fault, detail)));
    }

    /** At least one, in the order of the file. */
    public List<FileError> errors() {
        return errors;
    }
}
