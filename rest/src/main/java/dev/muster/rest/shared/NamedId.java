package dev.muster.rest.shared;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;

/** What is said of something that is only referred to. */
@JsonbPropertyOrder({"id", "name"})
public record NamedId(UUID id, String name) {}
