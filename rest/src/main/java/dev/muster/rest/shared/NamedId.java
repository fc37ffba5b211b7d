package dev.muster.rest.shared;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;

/** The id and the name of something that an answer refers to. */
@JsonbPropertyOrder({"id", "name"})
public record NamedId(UUID id, String name) {}
