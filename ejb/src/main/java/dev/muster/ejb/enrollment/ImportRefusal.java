package dev.muster.ejb.enrollment;

import dev.muster.domain.enrollment.FileError;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import java.util.List;

/** A file that was refused as a whole: nothing of it is kept. */
public class ImportRefusal extends ProblemException {

    private final transient List<FileError> errors;

    public ImportRefusal(List<FileError> errors) {
        super(ProblemCode.INVALID_FILE, errors.get(0).detail());
        this.errors = List.copyOf(errors);
    }

    /** At least one, in the order of the file. */
    public List<FileError> errors() {
        return errors;
    }
}
