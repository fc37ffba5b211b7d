package dev.muster.domain.manufacturer;

/** Explains in a sentence what is wrong with an identifier, as exactly as possible, and what to do. */
final class IdentifierExplanation {
    private IdentifierExplanation() {}

    static String of(IdentifierRules rules, IdentifierFault fault, String trimmed) {
        return switch (fault) {
            case BLANK -> "The identifier is missing. Enter it.";
            case TOO_LONG ->
                "The identifier has " + trimmed.length() + " characters; at most " + IdentifierRules.MAX_LENGTH
                        + " are allowed.";
            case UNPRINTABLE -> "The identifier contains an invisible character. Type it again.";
            case LOOKALIKE ->
                "The identifier mixes alphabets or uses characters that only look like plain letters, "
                        + "digits or signs. Type it again.";
            case SCHEME_MISMATCH -> mismatch(rules, trimmed);
            case CHECK_DIGIT -> checkDigit(trimmed);
        };
    }

    private static String mismatch(IdentifierRules rules, String trimmed) {
        return switch (SpreadsheetDebris.of(trimmed).kind()) {
            case NO_VALUE ->
                "This is not an identifier: a spreadsheet or a program wrote it because it had no value. Enter the "
                        + "identifier from the device's label, or delete the row.";
            case LOST_DIGITS ->
                "A spreadsheet turned this identifier into a number and lost its digits. It cannot be recovered "
                        + "from here: take it from the source again, with the column formatted as text.";
            case CUT_OFF ->
                "The end of this identifier was cut off. It cannot be recovered from here: take it from the source "
                        + "again, with the column wide enough.";
            case WRAPPED ->
                "A spreadsheet or a program added signs to this identifier, or made it a number. Enter "
                        + "the identifier as it is on the device's label.";
            case NONE -> ofScheme(rules, trimmed);
        };
    }

    private static String ofScheme(IdentifierRules rules, String trimmed) {
        return switch (rules.scheme()) {
            case IMEI -> imei(trimmed);
            case MAC ->
                "This is not a MAC address. Enter 12 or 16 hexadecimal digits (0-9, A-F), in pairs or fours with "
                        + "one kind of separator (-, : or .) or with none.";
            case SERIAL ->
                "The identifier does not match the manufacturer's pattern for serial numbers, "
                        + rules.serialPattern().orElseThrow() + ".";
            case ANY -> "The identifier is not one that the manufacturer uses.";
        };
    }

    private static String imei(String trimmed) {
        if (Imei.isDigits(trimmed, Imei.WITH_SOFTWARE_VERSION)) {
            return "These 16 digits are an IMEISV, which changes with the software. Enter the IMEI: its 15 digits are "
                    + "on the device's label.";
        }
        if (Imei.isDigits(trimmed)) {
            return "An IMEI has 15 digits, or 14 without its check digit; this one has " + trimmed.length() + ".";
        }
        return "An IMEI is made of 15 digits and nothing else, or 14 without its check digit.";
    }

    private static String checkDigit(String trimmed) {
        if (Imei.isDigits(trimmed, Imei.IDENTIFYING_DIGITS)) {
            return "This IMEI has 14 digits while others in the file have 15: it lost a leading zero or its check "
                    + "digit. Enter all 15.";
        }
        return "The last digit of the IMEI does not fit the others: at least one digit is wrong. Compare it with the "
                + "device's label.";
    }
}
