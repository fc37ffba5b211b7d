package dev.muster.domain.applications;

/** Which lines a chart has. */
public enum ChartLines {
    /** The average of all devices, in a band from the lowest to the highest number. */
    TOGETHER,
    /** A line for each device, of a few devices. */
    EACH_DEVICE
}
