package dev.muster.web.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.provisioning.proof.ProofRejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** What an attempt's outcome means for the person who looks at it, and what to do next. */
@Named
@ApplicationScoped
@SuppressWarnings("MethodLength")
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
            case ORGANIZATION_SUSPENDED -> "Organization suspended";
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

    /**
     * For the manufacturer's manager.
     *
     * @param outcome code of an {@link AttemptOutcome}
     */
    public String forManufacturer(String outcome) {
        return AttemptOutcome.named(outcome)
                .map(AttemptSentences::manufacturers)
                .orElse("");
    }

    private static String manufacturers(AttemptOutcome outcome) {
        return switch (outcome) {
            case PROVISIONED -> "The device proved itself for the first time and got its credentials.";
            case ROTATED -> "The device proved itself again and got new credentials. The old ones no longer work.";
            case APPROVAL_PENDING ->
                "The device proved itself again. Its organization has to approve the new credentials. The old ones keep"
                        + " working, and the device comes back by itself.";
            case MALFORMED_REQUEST ->
                "The request could not be read. Compare what the firmware sends with the protocol's description.";
            case INVALID_PROOF -> "A request was refused: its sender did not prove that it has the certificate's key.";
            case USE_NONCE ->
                "A device without a clock was given a nonce for its next attempt. If it does not come back with the"
                        + " nonce, check the firmware.";
            case REPLAYED_PROOF ->
                "A proof that had already succeeded was sent again. The firmware has to make a new proof for each"
                        + " request, with another jti or nonce.";
            case PROOF_FORM_DISABLED ->
                "The device used the literal form, which this certificate does not accept. Let the device send a signed"
                        + " proof, or create a certificate with the literal form on. Or the device showed a"
                        + " certificate in TLS that is not a device certificate.";
            case CERTIFICATE_REVOKED ->
                "The device used a certificate that you deleted. Give it another one. The key of the deleted one may"
                        + " still be in devices, or in the wrong hands.";
            case CERTIFICATE_EXPIRED -> "The certificate has expired. Create another one and give it to the device.";
            case MANUFACTURER_SUSPENDED ->
                "Proofs are refused while the manufacturer is suspended. Resume it to go on.";
            case BUDGET_EXHAUSTED ->
                "The certificate has reached its device limit. Create another one for further devices. If the reason names"
                        + " the organization, only its quota can be raised.";
            case RATE_LIMITED ->
                "More devices proved themselves with this certificate than the platform accepts in a minute, or this"
                        + " device renewed its own certificate too often. They come back by themselves. If there are more than you have sold, somebody may have the"
                        + " certificate's key.";
            case INVALID_IDENTIFIER ->
                "The identifier does not match your scheme. Look for a mistyped digit in what the device sends.";
            case DEVICE_NOT_IMPORTED ->
                "No organization has imported this identifier. When its buyer has imported it, the device joins by"
                        + " itself at its next attempt.";
            case ORGANIZATION_SUSPENDED ->
                "The organization that imported the device is suspended. The device can join when it is resumed.";
            case ALREADY_PROVISIONED ->
                "The device already has its credentials. If it lost them, the organization that owns it can allow it to"
                        + " be provisioned again.";
            case VALIDATION_FAILED ->
                "The device asked for its own certificate, but its certificate request is not valid: it is not signed"
                        + " with its own key, or this kind of key is not accepted. Check the firmware.";
            case DEVICE_INVALIDATED ->
                "The device wanted to renew its certificate, but the certificate that proved it is revoked. Give the"
                        + " device another one to prove itself with.";
            case CREDENTIALS_SUSPENDED ->
                "The device wanted to renew its certificate, but its organization has suspended its credentials, or is"
                        + " suspended itself.";
        };
    }

    /** For the organization's manager, who sees only verified attempts. */
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
                "The device proved itself again and waits. Approve or reject it under Approvals. Meanwhile its old"
                        + " credentials keep working.";
            case MALFORMED_REQUEST, INVALID_PROOF, USE_NONCE -> "The request was refused. Nothing to do.";
            case REPLAYED_PROOF ->
                "A proof was sent a second time and refused. The device may have a fault, or somebody may have"
                        + " listened. The device is safe. Tell the manufacturer if it happens often.";
            case PROOF_FORM_DISABLED ->
                "The device proves itself in a way that its manufacturer has not turned on. Ask the manufacturer.";
            case CERTIFICATE_REVOKED ->
                "The manufacturer has revoked the certificate in this device. Ask it for devices, or firmware, with"
                        + " another certificate.";
            case CERTIFICATE_EXPIRED ->
                "The certificate in this device expired before the device joined. Ask the manufacturer for another.";
            case MANUFACTURER_SUSPENDED ->
                "The manufacturer is suspended: none of its new devices can join. Your devices that have joined keep"
                        + " working.";
            case BUDGET_EXHAUSTED ->
                "The certificate in this device has reached its device limit: ask the manufacturer for another one. If the"
                        + " reason names your organization, its quota is reached: see Settings.";
            case RATE_LIMITED ->
                "Too many devices of the manufacturer proved themselves at that time, or the device renewed its"
                        + " certificate more than ten times in 24 hours. It comes back by itself. If it renews again and"
                        + " again, look for a fault in its firmware.";
            case INVALID_IDENTIFIER ->
                "The device's identifier does not match the manufacturer's scheme. Ask the manufacturer.";
            case DEVICE_NOT_IMPORTED -> "The device was not on your list at that time. It joins at its next attempt.";
            case ORGANIZATION_SUSPENDED ->
                "Your organization was suspended at that time: no device can join. It can when an administrator of the"
                        + " platform has resumed your organization.";
            case ALREADY_PROVISIONED ->
                "The device already has its credentials. If it was reset or repaired, allow it to be provisioned again"
                        + " on its page. If it works, somebody else may be using its proof: tell the manufacturer.";
            case VALIDATION_FAILED ->
                "The device asked for a certificate in a way that is not accepted. Ask the manufacturer.";
            case DEVICE_INVALIDATED ->
                "The device wanted to renew its certificate, but its manufacturer has revoked the certificate that"
                        + " proved it. Ask the manufacturer for firmware with another one.";
            case CREDENTIALS_SUSPENDED ->
                "The device wanted to renew its certificate, but its credentials were suspended, or your organization was."
                        + " Resume the credentials if the device may continue.";
        };
    }

    /** Why a proof was rejected or a request could not be read; empty if the outcome says everything. */
    public String reason(String reason) {
        String sentence = reason != null && reason.endsWith(".") ? reason : "";
        return ProofRejection.named(reason).map(AttemptSentences::reasonOf).orElse(sentence);
    }

    private static String reasonOf(ProofRejection rejection) {
        return switch (rejection) {
            case UNKNOWN_ACCESS_KEY -> "No certificate has this access key.";
            case PROOF_NOT_OF_PURPOSE ->
                "The certificate is for another kind of proof. Under DEVICE_CA a device signs with its own key and"
                        + " sends its certificate in x5c. Under PROOF it does not.";
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
            case NONCE_UNKNOWN -> "The server has not given this nonce for this access key.";
            case NONCE_EXPIRED -> "The nonce was given more than five minutes before.";
            case ALGORITHM_NOT_ACCEPTED -> "The header's alg is missing or not accepted.";
            case ALGORITHM_NOT_OF_KEY -> "The header's alg does not fit the certificate's key.";
            case WRONG_TYPE -> "The header's typ has to be provision+jwt.";
            case HEADER_MEMBER_REFUSED -> "The header has a member that brings a key or asks for special treatment.";
            case SIGNATURE_NOT_OF_KEY ->
                "The value of signature does not have the form that the certificate's key makes: ECDSA in DER, Ed25519"
                        + " in 64 bytes, RSA as long as the key.";
            case BAD_SIGNATURE ->
                "The signature was not made with the certificate's key, or not of what was sent. Does muster.key belong"
                        + " to this certificate? A bare signature covers the access token's hash, the identifier, the"
                        + " time and the nonce.";
            case ENCRYPTION_NOT_OF_KEY ->
                "The value of encryptionResult does not have the length of the certificate's RSA key.";
            case BAD_ENCRYPTION -> "The value of encryptionResult was not made with the certificate's private key.";
            case WRONG_ISSUER -> "The claim iss is not the access key in the address.";
            case WRONG_SUBJECT ->
                "The claim sub, or the identifier in the device's certificate, is not the identifier in the body.";
            case WRONG_AUDIENCE -> "The claim aud has to be muster-provision.";
            case WRONG_TOKEN_HASH ->
                "The claim ath is not the hash of the certificate's access token, or it comes with x5c, where it is not"
                        + " allowed.";
            case UNUSABLE_PROOF_ID ->
                "The claim jti, or the nonce beside a timestamp, has to have 16 to 128 printable characters.";
            case UNUSABLE_TIMES -> "The claims iat and exp, or the timestamp, have to be there, in seconds since 1970.";
            case WRONG_LIFETIME -> "The claim exp has to be later than iat, by at most five minutes.";
            case TIMES_NOT_IN_SECONDS ->
                "The times are in milliseconds or a finer unit; iat, exp and timestamp have to be in seconds since"
                        + " 1970.";
            case NOT_YET_VALID -> "The proof is from the future. Correct the clock of the signer.";
            case EXPIRED -> "The proof is too old. Correct the clock of the signer, and sign right before sending.";
        };
    }
}
