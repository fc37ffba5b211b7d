package dev.muster.domain.telemetry;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import java.util.List;

/** The rejection of a whole body of telemetry: the server keeps nothing of it. */
public class TelemetryRefusal extends ProblemException {

    private final transient List<TelemetryError> errors;

    public TelemetryRefusal(List<TelemetryError> errors) {
        super(ProblemCode.INVALID_TELEMETRY, "The server kept nothing; correct the errors and send everything again.");
        this.errors = List.copyOf(errors);
    }

    /** At least one, in the order of the messages. */
    public List<TelemetryError> errors() {
        return errors;
    }
}
