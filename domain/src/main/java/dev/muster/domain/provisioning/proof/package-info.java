/** Reads what a device sends as its proof: the request, the JWS or signature, the nonce. */
package dev.muster.domain.provisioning.proof;
