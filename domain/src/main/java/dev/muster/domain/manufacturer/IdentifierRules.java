package dev.muster.domain.manufacturer;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a manufacturer's identifiers look like and when two of them are the same. The same rules judge an import, an
 * edit in the grid and a device's provision request. Immutable and safe for any number of threads.
 */
public final class IdentifierRules {
    /** Characters (UTF-16 code units, as a browser's {@code maxlength} counts them) in an identifier. */
    public static final int MAX_LENGTH = 128;

    private final IdentifierScheme scheme;
    private final SerialPattern serialPattern;

    private IdentifierRules(IdentifierScheme scheme, SerialPattern serialPattern) {
        this.scheme = scheme;
        this.serialPattern = serialPattern;
    }

    /**
     * @param scheme not null
     * @param serialPattern for SERIAL an RE2 pattern of 1 to 256 characters that the whole trimmed identifier
     *     matches, with case as written ({@code (?i)} forgives it); ignored for every other scheme
     * @throws ProblemException {@code validation-failed} if the scheme is SERIAL and the pattern is missing, too long,
     *     repeats too much or is not RE2
     */
    public static IdentifierRules of(IdentifierScheme scheme, String serialPattern) {
        boolean serial = scheme == IdentifierScheme.SERIAL;
        return new IdentifierRules(scheme, serial ? new SerialPattern(serialPattern) : null);
    }

    public static IdentifierRules of(IdentifierScheme scheme) {
        return of(scheme, null);
    }

    public IdentifierScheme scheme() {
        return scheme;
    }

    /** The pattern of SERIAL; empty for every other scheme. */
    public Optional<String> serialPattern() {
        return Optional.ofNullable(serialPattern).map(SerialPattern::toString);
    }

    /**
     * The form in which identifiers are compared and in which no two enrollments of a manufacturer may be the same:
     * the first 14 digits of an IMEI, the hexadecimal digits of a MAC, and the folded text of any other. Defined for
     * text in which {@link #check} finds nothing; other text comes back folded.
     *
     * @return never null; at most {@value #MAX_LENGTH} characters where {@link #check} finds nothing
     */
    public String normalize(String entered) {
        String folded = EnteredText.folded(entered);
        return switch (scheme) {
            case IMEI -> isFull(entered) ? folded.substring(0, Imei.IDENTIFYING_DIGITS) : folded;
            case MAC -> MacAddress.isOne(folded) ? MacAddress.digits(folded) : folded;
            case SERIAL, ANY -> folded;
        };
    }

    /** What is wrong with one identifier by itself: the first fault in the order of {@link IdentifierFault}. */
    public Optional<IdentifierFault> check(String entered) {
        String trimmed = EnteredText.trimmed(entered);
        Optional<IdentifierFault> fault = check(trimmed, text -> serialPattern.matches(text));
        if (IgnorableCharacters.areIn(trimmed) && isNoneBefore(IdentifierFault.UNPRINTABLE, fault)) {
            return Optional.of(IdentifierFault.UNPRINTABLE);
        }
        if (LookalikeSigns.isIn(trimmed) && isNoneBefore(IdentifierFault.LOOKALIKE, fault)) {
            return Optional.of(IdentifierFault.LOOKALIKE);
        }
        if (fault.isPresent()) {
            return fault;
        }
        if (hasForeignDigits(trimmed)) {
            return Optional.of(IdentifierFault.LOOKALIKE);
        }
        return isDebris(trimmed) ? Optional.of(IdentifierFault.SCHEME_MISMATCH) : Optional.empty();
    }

    /** A serial pattern may want them, and not those of ASCII. */
    private boolean hasForeignDigits(String trimmed) {
        return ForeignDigits.isIn(trimmed)
                && (scheme != IdentifierScheme.SERIAL || serialPattern.matches(ForeignDigits.plain(trimmed)));
    }

    private static boolean isNoneBefore(IdentifierFault other, Optional<IdentifierFault> fault) {
        return fault.filter(found -> found.compareTo(other) < 0).isEmpty();
    }

    /**
     * The same of an identifier that is to be found, in a proof for instance. The case of letters makes no difference to
     * what is found, and so none here: a serial number fits the pattern in any. What a spreadsheet did to a list makes
     * none either: a device says what it was enrolled as.
     */
    public Optional<IdentifierFault> checkWanted(String entered) {
        return check(entered, text -> serialPattern.matchesInAnyCase(text));
    }

    private Optional<IdentifierFault> check(String entered, Predicate<String> isSerial) {
        String trimmed = EnteredText.trimmed(entered);
        if (trimmed.isEmpty()) {
            return Optional.of(IdentifierFault.BLANK);
        }
        String folded = EnteredText.folded(trimmed);
        if (Math.max(trimmed.length(), folded.length()) > MAX_LENGTH) {
            return Optional.of(IdentifierFault.TOO_LONG);
        }
        if (!IdentifierText.isPrintable(trimmed)) {
            return Optional.of(IdentifierFault.UNPRINTABLE);
        }
        if (!IdentifierText.looksOnlyLikeItself(trimmed)) {
            return Optional.of(IdentifierFault.LOOKALIKE);
        }
        return checkScheme(trimmed, folded, isSerial);
    }

    /**
     * True for an IMEI of 15 digits, the last being the check digit. Where any row of a file is full, a row of 14
     * digits has lost its leading zero or its check digit and is invalid ({@link IdentifierFault#CHECK_DIGIT}): that
     * rule is about the file, so the draft applies it to all rows at once, not this class. Always false for other
     * schemes.
     */
    public boolean isFull(String entered) {
        return scheme == IdentifierScheme.IMEI && Imei.isDigits(EnteredText.trimmed(entered), Imei.FULL_DIGITS);
    }

    /** 15 where {@link #isFull}, 14 for an IMEI without its check digit, 0 for everything else. */
    public int imeiDigits(String entered) {
        if (isFull(entered)) {
            return Imei.FULL_DIGITS;
        }
        boolean isShort =
                scheme == IdentifierScheme.IMEI && Imei.isDigits(EnteredText.trimmed(entered), Imei.IDENTIFYING_DIGITS);
        return isShort ? Imei.IDENTIFYING_DIGITS : 0;
    }

    /** Whether an IMEI of 14 digits has a right check digit if a zero stands before it: by chance, one in ten has. */
    public boolean fitsWithZero(String entered) {
        return imeiDigits(entered) == Imei.IDENTIFYING_DIGITS
                && Imei.hasRightCheckDigit("0" + EnteredText.trimmed(entered));
    }

    /**
     * Whether the text is what a spreadsheet or a program made of an identifier. What a serial pattern takes is none if
     * the pattern takes it for itself, and not the text inside as well.
     */
    private boolean isDebris(String trimmed) {
        if (scheme == IdentifierScheme.IMEI || scheme == IdentifierScheme.MAC) {
            return false;
        }
        SpreadsheetDebris debris = SpreadsheetDebris.of(trimmed);
        return switch (debris.kind()) {
            case NONE -> false;
            case NO_VALUE, CUT_OFF -> true;
            case LOST_DIGITS ->
                scheme == IdentifierScheme.ANY
                        || !SpreadsheetNumber.isOne(trimmed)
                        || serialPattern.matches(SpreadsheetNumber.expanded(trimmed));
            case WRAPPED -> scheme == IdentifierScheme.ANY || serialPattern.matches(bare(trimmed, debris));
        };
    }

    private static String bare(String trimmed, SpreadsheetDebris debris) {
        return debris.inside() == null ? trimmed.replaceAll("[^0-9A-Za-z]", "") : debris.inside();
    }

    /**
     * True for a number as a spreadsheet writes a long identifier that it took for a number, {@code 3.52656E+14}:
     * whatever is done to it, the digits are gone.
     */
    public static boolean hasLostDigits(String entered) {
        return SpreadsheetNumber.isOne(EnteredText.trimmed(entered));
    }

    /**
     * A sentence that says what is wrong with this identifier under this scheme and what to do.
     *
     * @param fault what {@link #check} found, or CHECK_DIGIT for an IMEI of 14 digits among full ones
     */
    public String explain(IdentifierFault fault, String entered) {
        return IdentifierExplanation.of(this, fault, EnteredText.trimmed(entered));
    }

    private Optional<IdentifierFault> checkScheme(String trimmed, String folded, Predicate<String> isSerial) {
        boolean fits = switch (scheme) {
            case IMEI -> Imei.isDigits(trimmed, Imei.IDENTIFYING_DIGITS) || isFull(trimmed);
            case MAC -> MacAddress.isOne(folded);
            case SERIAL -> isSerial.test(trimmed);
            case ANY -> !SpreadsheetNumber.isOne(trimmed);
        };
        if (!fits) {
            return Optional.of(IdentifierFault.SCHEME_MISMATCH);
        }
        boolean wrongDigit = isFull(trimmed) && !Imei.hasRightCheckDigit(trimmed);
        return wrongDigit ? Optional.of(IdentifierFault.CHECK_DIGIT) : Optional.empty();
    }
}
