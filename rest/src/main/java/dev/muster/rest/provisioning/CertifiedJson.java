package dev.muster.rest.provisioning;

/**
 * A provision request with the certificate as its proof, for the API's description; it is read by the domain.
 *
 * @param uniqueIdentifier the one in the certificate; may be absent
 * @param csr PKCS#10 in DER, base64: the device wants a certificate for this key in place of a token; a renewal where the
 *     shown certificate is such a one. May be absent
 */
public record CertifiedJson(String uniqueIdentifier, String csr) {}
