package dev.muster.domain.enrollment.csv;

import java.util.List;

/** An import file is refused as a whole. The rows before the fault have been handed on already. */
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
