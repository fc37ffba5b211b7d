package dev.muster.web.provisioning;

import dev.muster.domain.provisioning.AttemptOutcome;
import dev.muster.domain.provisioning.ProofRejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** What an attempt's outcome means for the person who looks at it, and what to do next. */
@Named
@ApplicationScoped
public class AttemptSentences {

    /** @param outcome code of an {@link AttemptOutcome} */
    public String title(String outcome) {
        return AttemptOutcome.named(outcome).map(AttemptSentences::titleOf).orElse(outcome);
    }

    public String title(AttemptOutcome outcome) {
        return titleOf(outcome);
    }

    private static String titleOf(AttemptOutcome outcome) {
        return switch (outcome) {
            case PROVISIONED -> "Provisioned";
            case ROTATED -> "New credentials";
            case APPROVAL_PENDING -> "Waits for approval";
            case MALFORMED_REQUEST -> "Unreadable request";
            case INVALID_PROOF -> "Invalid proof";
            case USE_NONCE -> "Nonce needed";
            case REPLAYED_PROOF -> "Proof used before";
            case PROOF_FORM_DISABLED -> "Form of proof is off";
            case CERTIFICATE_REVOKED -> "Certificate revoked";
            case CERTIFICATE_EXPIRED -> "Certificate expired";
            case MANUFACTURER_SUSPENDED -> "Manufacturer suspended";
            case BUDGET_EXHAUSTED -> "Device limit reached";
            case RATE_LIMITED -> "Too many at a time";
            case INVALID_IDENTIFIER -> "Invalid identifier";
            case DEVICE_NOT_IMPORTED -> "Not imported";
            case ALREADY_PROVISIONED -> "Already provisioned";
            case VALIDATION_FAILED -> "Certificate request refused";
            case DEVICE_INVALIDATED -> "Device invalidated";
            case CREDENTIALS_SUSPENDED -> "Credentials suspended";
        };
    }

    public String style(String outcome) {
        Optional<AttemptOutcome> known = AttemptOutcome.named(outcome);
        if (known.filter(AttemptOutcome.APPROVAL_PENDING::equals).isPresent()) {
            return "tag tag-pending";
        }
        return known.filter(AttemptOutcome::isSuccess).isPresent() ? "tag tag-active" : "tag tag-revoked";
    }

    /** For the manufacturer's manager. @param outcome code of an {@link AttemptOutcome} */
    public String forManufacturer(String outcome) {
        return AttemptOutcome.named(outcome)
                .map(AttemptSentences::manufacturers)
                .orElse("");
    }

    private static String manufacturers(AttemptOutcome outcome) {
        return switch (outcome) {
            case PROVISIONED -> "The device proved itself for the first time and got its credentials.";
            case ROTATED -> "The device proved itself again and got new credentials; the old ones are void.";
            case APPROVAL_PENDING ->
                "The device proved itself again; its organization wants to approve that it gets new credentials. The old ones"
                        + " go on working, and the device comes back by itself.";
            case MALFORMED_REQUEST ->
                "The request could not be read. Compare what the firmware sends with the protocol's description.";
            case INVALID_PROOF -> "Somebody who could not prove to hold the certificate's key was turned away.";
            case USE_NONCE ->
                "A device without a clock was given a nonce for its next try. If it does not come back with it, look at the"
                        + " firmware.";
            case REPLAYED_PROOF ->
                "A proof that had led to a success was sent again. The firmware has to make a new one, with another jti or"
                        + " nonce, for each request.";
            case PROOF_FORM_DISABLED ->
                "The device used the literal form, which this certificate does not take: have it send a signed proof, or create a"
                        + " certificate with the literal form on. Or it showed in TLS a certificate that is no device's.";
            case CERTIFICATE_REVOKED ->
                "The device used a certificate that you deleted. Give it another one; its key may still be in devices out"
                        + " there, or in wrong hands.";
            case CERTIFICATE_EXPIRED ->
                "The certificate's validity is over. Create another one and give it to the device.";
            case MANUFACTURER_SUSPENDED ->
                "Proofs are refused while the manufacturer is suspended. Resume it to go on.";
            case BUDGET_EXHAUSTED ->
                "The certificate has proved as many devices as it may. Create another one for further devices.";
            case RATE_LIMITED ->
                "More devices proved themselves by this certificate than the platform takes in a minute. They come back by"
                        + " themselves. If it is more than you have sold, somebody may have the certificate's key.";
            case INVALID_IDENTIFIER ->
                "The identifier breaks your scheme. Look for a mistyped digit in what the device sends.";
            case DEVICE_NOT_IMPORTED ->
                "No organization has imported this identifier. Once its buyer has, the device joins by itself at its next"
                        + " try.";
            case ALREADY_PROVISIONED ->
                "The device has its credentials already. If it lost them, the organization that owns it can allow that it is"
                        + " provisioned again.";
            case VALIDATION_FAILED ->
                "The device asked for a certificate of its own by a request that can have none: it is not signed by its own"
                        + " key, or the key is of a kind that is not taken. Look at the firmware.";
            case DEVICE_INVALIDATED ->
                "The device wanted to renew its certificate, but the certificate that proved it is revoked. Have it prove"
                        + " itself with another one.";
            case CREDENTIALS_SUSPENDED ->
                "The device wanted to renew its certificate while its organization has suspended its credentials.";
        };
    }

    /** For the organization's manager, who sees verified attempts alone. */
    public String forOrganization(String outcome) {
        return AttemptOutcome.named(outcome)
                .map(AttemptSentences::organizations)
                .orElse("");
    }

    private static String organizations(AttemptOutcome outcome) {
        return switch (outcome) {
            case PROVISIONED -> "The device proved itself and joined. Nothing to do.";
            case ROTATED -> "The device proved itself again and got new credentials. Nothing to do.";
            case APPROVAL_PENDING ->
                "The device proved itself again and waits: approve or reject it under Approvals. Its old credentials go on"
                        + " working meanwhile.";
            case MALFORMED_REQUEST, INVALID_PROOF, USE_NONCE -> "The request was turned away. Nothing to do.";
            case REPLAYED_PROOF ->
                "A proof was sent a second time and refused: perhaps a fault of the device, perhaps somebody who listened."
                        + " The device is safe; tell the manufacturer if it happens often.";
            case PROOF_FORM_DISABLED ->
                "The device proves itself in a way that its manufacturer has not turned on. Ask the manufacturer.";
            case CERTIFICATE_REVOKED ->
                "The manufacturer has revoked the certificate in this device. Ask it for devices, or firmware, with another"
                        + " one.";
            case CERTIFICATE_EXPIRED ->
                "The certificate in this device has expired before it joined. Ask the manufacturer for another one.";
            case MANUFACTURER_SUSPENDED ->
                "The manufacturer is suspended: none of its new devices can join. Yours that have joined go on working.";
            case BUDGET_EXHAUSTED ->
                "The certificate in this device has reached its number of devices. Ask the manufacturer for another one.";
            case RATE_LIMITED ->
                "Too many devices of the manufacturer proved themselves at that time. It comes back by itself. Nothing to do.";
            case INVALID_IDENTIFIER ->
                "The device's identifier breaks the manufacturer's scheme. Ask the manufacturer.";
            case DEVICE_NOT_IMPORTED -> "The device was not on your list at that time. It joins at its next try.";
            case ALREADY_PROVISIONED ->
                "The device has its credentials already. If it was reset or repaired, allow it to be provisioned again on its"
                        + " page. If it works, somebody else may be using its proof: tell the manufacturer.";
            case VALIDATION_FAILED ->
                "The device asked for a certificate in a way that is not taken. Ask the manufacturer.";
            case DEVICE_INVALIDATED ->
                "The device wanted to renew its certificate, but its manufacturer has revoked what proved it. Ask the"
                        + " manufacturer for firmware with another certificate.";
            case CREDENTIALS_SUSPENDED ->
                "The device wanted to renew its certificate while its credentials are suspended. Resume them if it may go on.";
        };
    }

    /** Why a proof was not believed, or why the request cannot be read; empty if the outcome says it all. */
    public String reason(String reason) {
        String sentence = reason != null && reason.endsWith(".") ? reason : "";
        return ProofRejection.named(reason).map(AttemptSentences::reasonOf).orElse(sentence);
    }

    private static String reasonOf(ProofRejection rejection) {
        return switch (rejection) {
            case UNKNOWN_ACCESS_KEY -> "No certificate has this access key.";
            case PROOF_NOT_OF_PURPOSE ->
                "The certificate is for another kind of proof: under DEVICE_CA a device signs with its own key and sends its"
                        + " certificate in x5c, under PROOF it does not.";
            case DEVICE_CERTIFICATE_REFUSED ->
                "The certificate in x5c, or shown in TLS, is not a valid device certificate by this DEVICE_CA. Check it with openssl verify,"
                        + " and its key usage (digitalSignature) and extended key usage (clientAuth).";
            case NO_CERTIFICATE_SHOWN ->
                "The request has no access key in its address, and no certificate was shown in TLS. It has to go to the"
                        + " device listener, with the device's key and certificate.";
            case NO_DEVICE_CERTIFICATE,
                    DEVICE_CERTIFICATE_OF_CA,
                    DEVICE_CERTIFICATE_KEY_USAGE,
                    DEVICE_CERTIFICATE_CLIENT_AUTH,
                    DEVICE_CERTIFICATE_NAMES,
                    DEVICE_CERTIFICATE_UNREADABLE,
                    DEVICE_CERTIFICATE_EXPIRED,
                    DEVICE_CERTIFICATE_NOT_YET_VALID ->
                rejection.deviceCertificateAdvice().orElseThrow();
            case SEVERAL_PROOFS -> "The body has more than one form of proof; send one.";
            case NONCE_NEEDED -> "The proof has neither times nor a nonce.";
            case NONCE_UNKNOWN -> "The nonce is none that the server has given for this access key.";
            case NONCE_EXPIRED -> "The nonce was given more than five minutes before.";
            case ALGORITHM_NOT_ACCEPTED -> "The header's alg is missing, or none that is accepted.";
            case ALGORITHM_NOT_OF_KEY -> "The header's alg does not fit the certificate's key.";
            case WRONG_TYPE -> "The header's typ has to be provision+jwt.";
            case HEADER_MEMBER_REFUSED -> "The header has a member that brings a key or asks for special treatment.";
            case SIGNATURE_NOT_OF_KEY ->
                "The value of signature has not the form that the certificate's key makes: ECDSA in DER, Ed25519 in 64 bytes, RSA"
                        + " as long as the key.";
            case BAD_SIGNATURE ->
                "The signature is not by the certificate's key, or not of what was sent. Is muster.key of this certificate? A"
                        + " bare signature covers the access token's hash, the identifier, the time and the nonce.";
            case ENCRYPTION_NOT_OF_KEY ->
                "The value of encryptionResult is not as long as the certificate's RSA key makes it.";
            case BAD_ENCRYPTION -> "The value of encryptionResult was not made with the certificate's private key.";
            case WRONG_ISSUER -> "The claim iss is not the access key of the address.";
            case WRONG_SUBJECT -> "The claim sub, or the identifier in the device's certificate, is not the body's.";
            case WRONG_AUDIENCE -> "The claim aud has to be muster-provision.";
            case WRONG_TOKEN_HASH ->
                "The claim ath is not the hash of the certificate's access token, or comes with x5c, where it has no place.";
            case UNUSABLE_PROOF_ID ->
                "The claim jti, or the nonce beside a timestamp, has to have 16 to 128 printable characters.";
            case UNUSABLE_TIMES -> "The claims iat and exp have to be there, or the timestamp, as seconds since 1970.";
            case WRONG_LIFETIME -> "The claim exp has to lie after iat, by five minutes at most.";
            case TIMES_NOT_IN_SECONDS ->
                "The times are in milliseconds or a finer unit; iat, exp and timestamp are in seconds since 1970.";
            case NOT_YET_VALID -> "The proof is from the future. Set the clock of who signs it.";
            case EXPIRED -> "The proof is too old. Set the clock of who signs it, and sign right before sending.";
        };
    }
}
