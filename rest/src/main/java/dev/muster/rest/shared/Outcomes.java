package dev.muster.rest.shared;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The outcome for each thing that a call names, in the order of the call. */
@Schema(name = "OutcomeList")
public record Outcomes<T>(List<T> items) {}
