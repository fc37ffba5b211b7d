package dev.muster.rest.shared;

import dev.muster.domain.shared.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Constants in queries, by their names. */
public final class Constants {

    private Constants() {}

    /** @throws ProblemException {@code validation-failed} where no constant has this name */
    public static <E extends Enum<E>> E parse(String name, String text, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("The query parameter " + name + " must be one of "
                        + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }
}
