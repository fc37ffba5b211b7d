package dev.muster.web.fleet.story;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that has happened to a device, as its page tells it.
 *
 * @param style of the mark beside it: {@code good}, {@code info}, {@code warn} or {@code bad}
 * @param detail empty if the title says everything
 * @param attempt the provisioning attempt to look at; null if there was none
 */
public record TimelineEntry(Instant at, String style, String title, String detail, UUID attempt) {}
