package dev.muster.rest.shared;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The id and the name of something that an answer refers to. */
@Schema(name = "NamedReference")
@JsonbPropertyOrder({"id", "name"})
public record NamedId(UUID id, String name) {}
