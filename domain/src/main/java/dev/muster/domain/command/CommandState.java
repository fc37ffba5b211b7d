package dev.muster.domain.command;

/** How far a command is. */
public enum CommandState {
    /** The device has not acknowledged it. It is sent as soon as the device is connected and has subscribed. */
    QUEUED,
    /** The device has acknowledged it. */
    DELIVERED,
    /** Its time ended before the device acknowledged it. It is not sent any more. */
    EXPIRED
}
