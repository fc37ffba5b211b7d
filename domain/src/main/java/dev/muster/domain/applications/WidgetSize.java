package dev.muster.domain.applications;

/** How wide a widget is on a wide screen. On a telephone each is as wide as the screen. */
public enum WidgetSize {
    /** A third of the page. */
    SMALL,
    /** Half of the page. */
    MEDIUM,
    /** The whole page. */
    WIDE
}
