package dev.muster.rest.shared;

import java.util.UUID;

/** What is said of something that is only referred to. */
public record NamedId(UUID id, String name) {}
