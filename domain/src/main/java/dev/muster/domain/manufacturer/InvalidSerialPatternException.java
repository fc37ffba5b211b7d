package dev.muster.domain.manufacturer;

/** A manufacturer's pattern for serial numbers that cannot be used; the message is a sentence for people. */
public final class InvalidSerialPatternException extends IllegalArgumentException {
    InvalidSerialPatternException(String message) {
        super(message);
    }
}
