package dev.muster.domain.enrollment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What spreadsheets, programs and people do to identifiers. */
public enum Spreadsheet {
    NOTHING(text -> text),
    LOSE_ZEROS(text -> isNumber(text) ? text.replaceFirst("^0+(?=.)", "") : text),
    FLOAT(text -> isNumber(text) ? number(text) + ".0" : text),
    FLOAT_WITH_COMMA(text -> isNumber(text) ? number(text) + ",00" : text),
    SCIENTIFIC(text -> isNumber(text) && number(text).length() > 11 ? scientific(text) : text),
    ROUND(text ->
            isNumber(text) ? new BigDecimal(text).round(new MathContext(15)).toPlainString() : text),
    THOUSANDS(text -> isNumber(text) ? grouped(text, ",") : text),
    THOUSANDS_WITH_POINTS(text -> isNumber(text) ? grouped(text, ".") : text),
    THOUSANDS_WITH_BLANKS(text -> isNumber(text) ? grouped(text, "\u202f") : text),
    APOSTROPHE(text -> "'" + text),
    TYPOGRAPHIC_APOSTROPHE(text -> "\u2019" + text),
    FORMULA(text -> "=\"" + text + "\""),
    QUOTES(text -> "\"" + text + "\""),
    DASHES(text -> text.replace('-', '\u2013')),
    HARD_HYPHENS(text -> text.replace('-', '\u2011')),
    SOFT_HYPHENS(text -> text.replace('-', '\u00AD')),
    COLONS(text -> text.replace(':', '\uFF1A')),
    HARD_BLANKS(text -> text.replace(' ', '\u00A0')),
    BLANKS_AROUND(text -> " " + text + "\u00A0"),
    ZERO_WIDTH(text -> text.substring(0, 1) + "\u200B" + text.substring(1)),
    FULL_WIDTH(text -> text.charAt(0) > '~' ? text : (char) (text.charAt(0) - '!' + '\uFF01') + text.substring(1)),
    ARABIC_DIGITS(text -> text.chars()
            .map(c -> c >= '0' && c <= '9' ? c - '0' + '\u0660' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()),
    FOOTNOTE(text -> text + "\u00B9"),
    CIRCLED_NUMBER(text -> "\u2460" + text),
    UPPER_CASE(text -> text.toUpperCase(java.util.Locale.ROOT)),
    LOWER_CASE(text -> text.toLowerCase(java.util.Locale.ROOT)),
    CUT_OFF(text -> text.substring(0, text.length() - 2) + "..."),
    ELLIPSIS(text -> text.substring(0, text.length() - 1) + "\u2026"),
    TOO_NARROW(text -> "#".repeat(8)),
    ERROR_VALUE(text -> "#N/A");

    private final UnaryOperator<String> work;

    Spreadsheet(UnaryOperator<String> work) {
        this.work = work;
    }

    public String spoil(String identifier) {
        return work.apply(identifier);
    }

    public static Spreadsheet any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    /** Whether the result looks like a right identifier, so that no rule can find the change. */
    public boolean isUndetectable(String before) {
        boolean losesDigits = this == LOSE_ZEROS || this == ROUND || isNumbering();
        return losesDigits && isNumber(before) && !number(before).equals(before)
                || this == ROUND && before.length() > 15;
    }

    private boolean isNumbering() {
        return this == FLOAT
                || this == FLOAT_WITH_COMMA
                || this == THOUSANDS
                || this == THOUSANDS_WITH_POINTS
                || this == THOUSANDS_WITH_BLANKS;
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]+");
    }

    private static String number(String text) {
        return new BigDecimal(text).toPlainString();
    }

    private static String scientific(String text) {
        BigDecimal rounded = new BigDecimal(text).round(new MathContext(6));
        return rounded.unscaledValue().toString().replaceFirst("^(.)", "$1.") + "E+"
                + (number(text).length() - 1);
    }

    private static String grouped(String text, String separator) {
        return new StringBuilder(
                        new StringBuilder(number(text)).reverse().toString().replaceAll("(...)(?=.)", "$1_"))
                .reverse()
                .toString()
                .replace("_", separator);
    }
}
