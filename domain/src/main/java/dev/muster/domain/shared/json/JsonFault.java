package dev.muster.domain.shared.json;

import java.util.regex.Pattern;

/** Says in words why JSON cannot be read further: the usual mistakes of programs without a JSON library. */
final class JsonFault {

    private static final Pattern NO_NUMBER =
            Pattern.compile("[+-]?(nan|inf).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern OTHER_LANGUAGE = Pattern.compile("(None|True|False|undefined)\\b.*", Pattern.DOTALL);

    private JsonFault() {}

    /** The beginning of the thing in which reading ended; for a word its first letter. */
    static int begin(String text, int end) {
        int begin = Math.min(end, text.length());
        boolean word = begin < text.length() && isLetter(text.charAt(begin));
        while (word && begin > 0 && isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /**
     * Names the mistake without repeating the text.
     *
     * @param at the beginning of the unreadable thing, in characters
     */
    static String at(String text, int at) {
        if (at >= text.length()) {
            return "the text ends before the JSON does";
        }
        String rest = text.substring(at);
        if (NO_NUMBER.matcher(rest).matches()) {
            return "NaN and Infinity are not numbers in JSON; leave the value out";
        }
        if (OTHER_LANGUAGE.matcher(rest).matches()) {
            return "JSON writes true, false and null, in small letters";
        }
        if (isAfterZero(text, at)) {
            return "a number in JSON has no zeros before it; write an identifier as a string, in double quotes";
        }
        return of(rest.charAt(0));
    }

    /** A digit after a zero at the beginning of a number. */
    private static boolean isAfterZero(String text, int at) {
        boolean digit = text.charAt(at) >= '0' && text.charAt(at) <= '9';
        return digit && at > 0 && text.charAt(at - 1) == '0';
    }

    private static String of(char wrong) {
        return switch (wrong) {
            case 0 -> "a NUL character is there, which JSON does not have";
            case '\'' -> "a single quote is there; JSON has double quotes";
            case '/', '#' -> "JSON has no comments";
            case '}', ']' -> "a bracket closes where a value or a member is expected";
            case '+' -> "a number in JSON has no plus sign before it";
            case '\\' -> "a backslash is there outside a string";
            case '\uFEFF' -> "a byte order mark is there";
            default ->
                wrong < ' '
                        ? "a control character is there; in a string, write it as an escape such as \\n"
                        : "another character is expected there";
        };
    }
}
