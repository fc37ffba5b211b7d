package dev.muster.domain.telemetry;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.json.OwnJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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

    /** The member {@code errors} of the problem document. */
    public JsonObject members() {
        JsonArrayBuilder list = OwnJson.array();
        for (TelemetryError error : errors) {
            JsonObjectBuilder item = OwnJson.object().add("index", error.index());
            if (error.key() == null) {
                item.addNull("key");
            } else {
                item.add("key", error.key());
            }
            list.add(item.add("code", error.fault().code()).add("detail", error.detail()));
        }
        return OwnJson.object().add("errors", list).build();
    }
}
