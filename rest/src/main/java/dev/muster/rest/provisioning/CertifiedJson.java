package dev.muster.rest.provisioning;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A provision request with the certificate as its proof, for the API's description; the domain reads it.
 *
 * @param uniqueIdentifier the same as in the certificate; may be absent
 * @param csr PKCS#10 in DER, base64: the device gets a certificate for this key instead of a token. If the device shows
 *     such a certificate, this is a renewal. May be absent
 */
@Schema(name = "CertifiedProvisionRequest")
public record CertifiedJson(String uniqueIdentifier, String csr) {}
