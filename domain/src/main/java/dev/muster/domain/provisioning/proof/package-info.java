/** Reads what a device sends as its proof: the request, the JWS or signature, the nonce. */
@NullMarked
package dev.muster.domain.provisioning.proof;

import org.jspecify.annotations.NullMarked;
