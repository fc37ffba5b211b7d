package dev.muster.ejb.tally;

import java.util.UUID;

/** How many devices of an organization a certificate has proved; more than 0. */
public record CertificateNumber(UUID certificateId, UUID organizationId, long devices) {}
