package dev.muster.rest.provisioning;

/**
 * A provision request with the certificate as its proof, for the API's description; the domain reads it.
 *
 * @param uniqueIdentifier the same as in the certificate; may be absent
 * @param csr PKCS#10 in DER, base64: the device gets a certificate for this key instead of a token. If the device shows
 *     such a certificate, this is a renewal. May be absent
 */
public record CertifiedJson(String uniqueIdentifier, String csr) {}
