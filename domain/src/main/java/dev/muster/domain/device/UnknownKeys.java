package dev.muster.domain.device;

/** What the server does with a message whose key is not in the device's model. */
public enum UnknownKeys {
    /** Keeps the key and its value. */
    KEEP,
    /** Rejects the message. */
    REFUSE
}
