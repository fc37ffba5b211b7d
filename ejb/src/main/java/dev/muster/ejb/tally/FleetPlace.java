package dev.muster.ejb.tally;

import java.util.UUID;

/** Where an identifier is enrolled: its organization, its manufacturer and its import. */
public record FleetPlace(UUID organizationId, UUID manufacturerId, UUID importId) {}
