package dev.muster.mqtt.hook;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a broker asks. Brokers name the fields differently, and send fields that nobody reads.
 *
 * @param form of the question, and of its answer
 * @param fields texts by their names, as the broker sent them
 */
record HookQuestion(Form form, Map<String, String> fields) {

    /** The forms that brokers speak. */
    enum Form {
        /** JSON, as EMQX sends it. */
        JSON("application/json"),
        /** Fields of a form, as RabbitMQ sends them; the answer is the word allow or deny. */
        TEXT("text/plain;charset=utf-8");

        private final String answerType;

        Form(String answerType) {
            this.answerType = answerType;
        }

        /** The media type of the answer. */
        String answerType() {
            return answerType;
        }
    }

    /** What EMQX writes for a value that it does not have. */
    private static final String UNDEFINED = "undefined";

    /** The first of these fields that has a value: an empty text counts as missing. */
    Optional<String> field(String... names) {
        return Stream.of(names)
                .map(fields::get)
                .filter(text -> text != null && !text.isEmpty() && !text.equals(UNDEFINED))
                .findFirst();
    }

    /** It may have a password. */
    @Override
    public String toString() {
        return "HookQuestion[" + form + "]";
    }
}
