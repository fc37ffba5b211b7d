package dev.muster.rest.provisioning;

/**
 * A provision request with the certificate as its proof, for the API's description; it is read by the domain.
 *
 * @param uniqueIdentifier the one in the certificate; may be absent
 */
public record CertifiedJson(String uniqueIdentifier) {}
