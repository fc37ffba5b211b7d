package dev.muster.mqtt.command;

import java.util.UUID;

/** A connected device that has subscribed its commands. */
public interface CommandReceiver {

    UUID deviceId();

    /** Whether an acknowledgement could not be noted, so that the receiver has to be called even if nothing waits. */
    boolean isBehind();

    /**
     * Tells it what waits; may be called on any thread.
     *
     * @param number of the newest command that waits for the device; 0 if there is none
     */
    void newest(long number);
}
