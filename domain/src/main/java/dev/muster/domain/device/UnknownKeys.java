package dev.muster.domain.device;

/** What becomes of a message with a key that its device's model does not name. */
public enum UnknownKeys {
    /** Such a key is kept as it came. */
    KEEP,
    /** The message is refused. */
    REFUSE
}
