package dev.muster.ejb.fleet;

import java.util.UUID;

/**
 * Where a device comes from: its manufacturer, and the import that enrolled it.
 *
 * @param importName the name of the import's file
 */
public record DeviceSource(UUID manufacturerId, String manufacturerName, UUID importId, String importName) {}
