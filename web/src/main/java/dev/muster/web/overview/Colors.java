package dev.muster.web.overview;

/** Colors of charts, by their names in {@code colors.css}: the script of the charts reads them, in the scheme that counts. */
final class Colors {

    static final String BRAND = "--brand";

    static final String WARN = "--warn-strong";

    static final String BAD = "--bad";

    private Colors() {}
}
