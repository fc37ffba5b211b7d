package dev.muster.web.account.passkey;

import dev.muster.domain.account.passkey.PasskeyAlgorithm;
import dev.muster.domain.account.passkey.PasskeyChallenge;
import dev.muster.domain.shared.json.OwnJson;
import dev.muster.ejb.account.passkey.PasskeyCreation;
import dev.muster.ejb.account.passkey.PasskeyRequest;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;

/**
 * What a script hands to its browser, in the JSON of Web Authentication Level 3, sections 5.4 and 5.5: octets are
 * base64url. A user is always checked. Attestation is not asked for: Muster does not care who made the authenticator.
 */
final class PasskeyOptions {

    private static final String TYPE = "public-key";

    private static final String REQUIRED = "required";

    private PasskeyOptions() {}

    static JsonObject of(PasskeyRequest request) {
        return OwnJson.object()
                .add("challenge", request.challenge().challenge())
                .add("rpId", request.partyId())
                .add("timeout", PasskeyChallenge.LIFETIME.toMillis())
                .add("userVerification", REQUIRED)
                .build();
    }

    static JsonObject of(PasskeyCreation creation) {
        return OwnJson.object()
                .add("challenge", creation.challenge().challenge())
                .add("rp", OwnJson.object().add("id", creation.partyId()).add("name", "Muster"))
                .add("user", user(creation))
                .add("pubKeyCredParams", algorithms())
                .add("timeout", PasskeyChallenge.LIFETIME.toMillis())
                .add("excludeCredentials", credentials(creation.existing()))
                .add(
                        "authenticatorSelection",
                        OwnJson.object()
                                .add("residentKey", REQUIRED)
                                .add("requireResidentKey", true)
                                .add("userVerification", REQUIRED))
                .add("attestation", "none")
                .build();
    }

    private static JsonObjectBuilder user(PasskeyCreation creation) {
        return OwnJson.object()
                .add("id", creation.userHandle())
                .add("name", creation.username())
                .add("displayName", creation.username());
    }

    private static JsonArrayBuilder algorithms() {
        JsonArrayBuilder array = OwnJson.array();
        for (PasskeyAlgorithm algorithm : PasskeyAlgorithm.values()) {
            array.add(OwnJson.object().add("type", TYPE).add("alg", algorithm.cose()));
        }
        return array;
    }

    private static JsonArrayBuilder credentials(Collection<String> ids) {
        JsonArrayBuilder array = OwnJson.array();
        ids.forEach(id -> array.add(OwnJson.object().add("type", TYPE).add("id", id)));
        return array;
    }
}
