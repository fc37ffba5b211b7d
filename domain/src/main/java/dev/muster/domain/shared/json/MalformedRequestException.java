package dev.muster.domain.shared.json;

import dev.muster.domain.shared.ProblemCode;
import java.util.Objects;

/**
 * A request that cannot be read: its body, its proof or the JSON in them. A readable request that is wrong is a refusal
 * instead. The message is a sentence for the sender: it names the member, the place and the fault, and repeats nothing
 * of the request.
 */
public final class MalformedRequestException extends Exception {

    /** @param sentence for the sender; ends with a full stop */
    public MalformedRequestException(String sentence) {
        // without a stack trace: this is not an error of the server, and a stranger may cause any number
        super(sentence, null, false, false);
    }

    /**
     * The same fault as one of a part of the request.
     *
     * @param part such as "the header of the proof"
     */
    public MalformedRequestException in(String part) {
        String sentence = Objects.requireNonNull(getMessage());
        return new MalformedRequestException(
                "In " + part + ": " + Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1));
    }

    /** Always {@link ProblemCode#MALFORMED_REQUEST}. */
    public ProblemCode code() {
        return ProblemCode.MALFORMED_REQUEST;
    }
}
