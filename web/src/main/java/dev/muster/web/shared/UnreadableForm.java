package dev.muster.web.shared;

import java.util.Arrays;
import java.util.Optional;

/**
 * Tells whether a component failed to read what a form sent. Jakarta Faces and PrimeFaces do not check all parameters
 * of their own scripts (the first row of a table, the name of an event): they throw when they compute with them. Such
 * an exception is thrown in their code, not in ours, and is about a number, an argument, an index or a missing value.
 */
final class UnreadableForm {

    private static final String[] COMPONENTS = {"org.primefaces.", "com.sun.faces.", "jakarta.faces."};

    private UnreadableForm() {}

    static boolean isCauseOf(Throwable thrown) {
        Throwable root = root(thrown);
        return isAboutValue(root) && origin(root).isPresent();
    }

    /**
     * The type of the exception and the place where it was thrown, but not its message, which may repeat what was sent.
     */
    static String place(Throwable thrown) {
        Throwable root = root(thrown);
        return root.getClass().getSimpleName()
                + origin(root)
                        .map(frame -> " in " + frame.getClassName() + ":" + frame.getLineNumber())
                        .orElse("");
    }

    private static boolean isAboutValue(Throwable root) {
        return root instanceof IllegalArgumentException
                || root instanceof IndexOutOfBoundsException
                || root instanceof ArithmeticException
                || root instanceof ClassCastException
                || root instanceof NullPointerException;
    }

    /** The first frame outside of Java's own classes, if it belongs to a component. */
    private static Optional<StackTraceElement> origin(Throwable root) {
        return Arrays.stream(root.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java.")
                        && !frame.getClassName().startsWith("jdk."))
                .findFirst()
                .filter(frame -> Arrays.stream(COMPONENTS).anyMatch(frame.getClassName()::startsWith));
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
