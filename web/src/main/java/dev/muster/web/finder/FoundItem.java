package dev.muster.web.finder;

/**
 * Something that the search has found.
 *
 * @param kind the heading under which it is listed
 * @param title its name, as somebody may have typed it
 * @param detail what tells it from others with the same name; an empty text if nothing does
 * @param path its page, below the root of the portal
 */
record FoundItem(String kind, String title, String detail, String path) {}
