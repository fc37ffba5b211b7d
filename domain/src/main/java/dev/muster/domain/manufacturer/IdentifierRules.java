package dev.muster.domain.manufacturer;

import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The form of a manufacturer's identifiers, and when two of them are the same. The same rules apply to an import, an
 * edit in the grid and a device's provision request. Immutable and safe for any number of threads.
 */
public final class IdentifierRules {
    /** Characters (UTF-16 code units, as a browser's {@code maxlength} counts them) in an identifier. */
    public static final int MAX_LENGTH = 128;

    private final IdentifierScheme scheme;
    private final @Nullable SerialPattern serialPattern;

    private IdentifierRules(IdentifierScheme scheme, @Nullable SerialPattern serialPattern) {
        this.scheme = scheme;
        this.serialPattern = serialPattern;
    }

    /**
     * @param serialPattern for SERIAL an RE2 pattern of 1 to 256 characters that the whole trimmed identifier
     *     matches, with case as written ({@code (?i)} forgives it); ignored for every other scheme
     * @throws ProblemException {@code validation-failed} if the scheme is SERIAL and the pattern is missing, too long,
     *     repeats too much or is not RE2
     */
    public static IdentifierRules of(IdentifierScheme scheme, @Nullable String serialPattern) {
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
     * The form in which identifiers are compared and in which no two enrollments of a manufacturer may be the same: the
     * first 14 digits of an IMEI, the hexadecimal digits of a MAC, and the folded text for the other schemes. A text in
     * which {@link #check} finds a fault is only folded.
     *
     * @return at most {@value #MAX_LENGTH} characters if {@link #check} finds no fault
     */
    public String normalize(String entered) {
        String folded = EnteredText.folded(entered);
        return switch (scheme) {
            case IMEI -> isFull(entered) ? folded.substring(0, Imei.IDENTIFYING_DIGITS) : folded;
            case MAC -> MacAddress.isOne(folded) ? MacAddress.digits(folded) : folded;
            case SERIAL, ANY -> folded;
        };
    }

    /** The first fault of an identifier, in the order of {@link IdentifierFault}; empty if it has none. */
    public Optional<IdentifierFault> check(String entered) {
        String trimmed = EnteredText.trimmed(entered);
        Optional<IdentifierFault> fault = check(trimmed, this::isSerial);
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

    /** False if a serial pattern wants foreign digits, not ASCII digits. */
    private boolean hasForeignDigits(String trimmed) {
        return ForeignDigits.isIn(trimmed)
                && (scheme != IdentifierScheme.SERIAL || isSerial(ForeignDigits.plain(trimmed)));
    }

    private boolean isSerial(String text) {
        return serialPattern != null && serialPattern.matches(text);
    }

    private static boolean isNoneBefore(IdentifierFault other, Optional<IdentifierFault> fault) {
        return fault.filter(found -> found.compareTo(other) < 0).isEmpty();
    }

    /**
     * As {@link #check}, for an identifier to search for, such as the one in a proof. A search ignores case, so a
     * serial number may match the pattern in any case. This check does not look for the traces of a spreadsheet: a
     * device sends the identifier that it was enrolled with.
     */
    public Optional<IdentifierFault> checkWanted(String entered) {
        return check(entered, text -> serialPattern != null && serialPattern.matchesInAnyCase(text));
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
     * True for an IMEI of 15 digits, with its check digit; always false for other schemes. If any row of a file is
     * full, a row of 14 digits has lost its leading zero or its check digit and is invalid
     * ({@link IdentifierFault#CHECK_DIGIT}). That rule is about the whole file: the draft applies it to all rows at
     * once, not this class.
     */
    public boolean isFull(String entered) {
        return scheme == IdentifierScheme.IMEI && Imei.isDigits(EnteredText.trimmed(entered), Imei.FULL_DIGITS);
    }

    /** 15 if {@link #isFull}, 14 for an IMEI without its check digit, 0 for everything else. */
    public int imeiDigits(String entered) {
        if (isFull(entered)) {
            return Imei.FULL_DIGITS;
        }
        boolean isShort =
                scheme == IdentifierScheme.IMEI && Imei.isDigits(EnteredText.trimmed(entered), Imei.IDENTIFYING_DIGITS);
        return isShort ? Imei.IDENTIFYING_DIGITS : 0;
    }

    /** Whether an IMEI of 14 digits has a correct check digit with a zero before it; one in ten has, by chance. */
    public boolean fitsWithZero(String entered) {
        return imeiDigits(entered) == Imei.IDENTIFYING_DIGITS
                && Imei.hasRightCheckDigit("0" + EnteredText.trimmed(entered));
    }

    /**
     * Whether a spreadsheet or a program has changed the identifier to this text. If a serial pattern matches the text,
     * but not the text inside it, then the text is an identifier.
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
                        || isSerial(SpreadsheetNumber.expanded(trimmed));
            case WRAPPED -> scheme == IdentifierScheme.ANY || isSerial(bare(trimmed, debris));
        };
    }

    private static String bare(String trimmed, SpreadsheetDebris debris) {
        return debris.inside() == null ? trimmed.replaceAll("[^0-9A-Za-z]", "") : debris.inside();
    }

    /**
     * True for a number such as {@code 3.52656E+14}: a spreadsheet took a long identifier for a number, and its digits
     * are lost for good.
     */
    public static boolean hasLostDigits(String entered) {
        return SpreadsheetNumber.isOne(EnteredText.trimmed(entered));
    }

    /**
     * A sentence that says what is wrong with this identifier and what to do.
     *
     * @param fault the result of {@link #check}, or CHECK_DIGIT for an IMEI of 14 digits among full ones
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
