package dev.muster.web.overview;

import java.util.Locale;

/**
 * Something that somebody should look at.
 *
 * @param name of the kind of thing, for tests; letters and hyphens
 * @param level how urgent it is
 * @param title what is the case
 * @param text why, and what to do
 * @param path of the page where it is done, with its query, from the root of the application
 * @param action the words of the link to that page
 */
public record AttentionItem(String name, Level level, String title, String text, String path, String action) {

    /** How urgent something is. */
    public enum Level {
        BAD("pi pi-exclamation-circle"),
        WARN("pi pi-exclamation-triangle"),
        INFO("pi pi-info-circle");

        private final String icon;

        Level(String icon) {
            this.icon = icon;
        }
    }

    public String icon() {
        return level.icon;
    }

    public String style() {
        return "attention-" + level.name().toLowerCase(Locale.ROOT);
    }
}
