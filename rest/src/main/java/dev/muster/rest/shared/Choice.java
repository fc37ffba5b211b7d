package dev.muster.rest.shared;

import dev.muster.domain.shared.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A query parameter that is one of a few names. */
public final class Choice {

    private Choice() {}

    /**
     * @param text as sent, {@code null} where the parameter is missing
     * @return {@code null} where the parameter is missing
     * @throws ProblemException {@code validation-failed} that says which names there are
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String text, String parameter) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "The query parameter " + parameter + " must be one of " + names(type) + "."));
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
