package dev.muster.ejb.enrollment.upload;

import dev.muster.domain.enrollment.csv.FileError;
import dev.muster.domain.enrollment.csv.FileFault;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import java.util.List;

/** A file was refused as a whole. Nothing of it is kept. */
public class ImportRefusal extends ProblemException {

    private final transient List<FileError> errors;

    public ImportRefusal(List<FileError> errors) {
        super(codeOf(errors), errors.getFirst().detail());
        this.errors = List.copyOf(errors);
    }

    private static ProblemCode codeOf(List<FileError> errors) {
        boolean isTooLarge = errors.stream().anyMatch(error -> error.fault() == FileFault.FILE_TOO_LARGE);
        return isTooLarge ? ProblemCode.BODY_TOO_LARGE : ProblemCode.INVALID_FILE;
    }

    /** At least one, in the order of the file. */
    public List<FileError> errors() {
        return errors;
    }
}
