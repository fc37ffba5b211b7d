package dev.muster.web.enrollment.upload;

import java.io.Serializable;
import java.util.UUID;

/** A manufacturer in the list that the import form offers. */
public record ManufacturerChoice(UUID id, String name) implements Serializable {}
