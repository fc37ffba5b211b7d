package dev.muster.domain.shared.event;

/**
 * Text for a line of a log. Whoever reads the log, a person or a program, sees each line as the server wrote it: no
 * value can begin a line, delete one, or reorder what is shown.
 */
public final class LogText {

    private static final int QUOTED_LENGTH = 500;

    private LogText() {}

    /**
     * Replaces line breaks, control characters, escape sequences of terminals, marks that change the direction of text,
     * invisible characters, and halves of characters by their escapes, as in Java source.
     */
    public static String neutral(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int length = Character.charCount(character);
            if (isUnsafe(character)) {
                if (safe == null) {
                    safe = new StringBuilder(text.length() + 16).append(text, 0, i);
                }
                safe.append(escape(text, i, length));
            } else if (safe != null) {
                safe.appendCodePoint(character);
            }
            i += length;
        }
        return safe == null ? text : safe.toString();
    }

    /**
     * The value between quotes, at most 500 characters of it. A backslash and a quote have a backslash before them, so
     * that a program can read the value back.
     */
    public static String quoted(String value) {
        String kept = value.length() <= QUOTED_LENGTH ? value : value.substring(0, QUOTED_LENGTH) + "...";
        return '"' + neutral(kept.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    private static boolean isUnsafe(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String escape(String text, int at, int length) {
        return switch (text.charAt(at)) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                StringBuilder escape = new StringBuilder();
                for (int i = at; i < at + length; i++) {
                    escape.append("\\u%04x".formatted((int) text.charAt(i)));
                }
                yield escape.toString();
            }
        };
    }
}
