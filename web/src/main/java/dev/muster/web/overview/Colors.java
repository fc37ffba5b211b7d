package dev.muster.web.overview;

/** Colors of charts: those of {@code muster.css}, which a canvas cannot read. */
final class Colors {

    static final String BRAND = "#0b6266";

    static final String WARN = "#d08a14";

    static final String BAD = "#b3261e";

    private Colors() {}
}
