package dev.muster.domain.manufacturer;

/** Decimal digits of other scripts, such as Arabic and Indian digits. A device writes ASCII digits. */
public final class ForeignDigits {
    private static final int RADIX = 10;

    private ForeignDigits() {}

    /** The text with ASCII digits instead of them; other characters stay as they are. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(ForeignDigits::plain).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    static boolean isIn(String text) {
        return text.codePoints().anyMatch(codePoint -> plain(codePoint) != codePoint);
    }

    private static int plain(int codePoint) {
        return Character.isDigit(codePoint) ? '0' + Character.digit(codePoint, RADIX) : codePoint;
    }
}
