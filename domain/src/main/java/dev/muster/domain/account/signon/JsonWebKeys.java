package dev.muster.domain.account.signon;

import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import jakarta.json.JsonArray;
import java.util.List;
import java.util.Optional;

/** The public keys of the provider as it published them (RFC 7517 section 5). Unmodifiable. */
public final class JsonWebKeys {

    /** A provider has one key or two, and others that it used before. */
    private static final int MAX_KEYS = 100;

    private final List<JsonWebKey> keys;

    private JsonWebKeys(List<JsonWebKey> keys) {
        this.keys = keys;
    }

    /** @throws MalformedRequestException if the text is not a set of at most 100 keys */
    public static JsonWebKeys parse(byte[] utf8) throws MalformedRequestException {
        if (!(StrictJson.object(utf8).get("keys") instanceof JsonArray array) || array.size() > MAX_KEYS) {
            throw new MalformedRequestException("The document is not a set of at most " + MAX_KEYS + " keys.");
        }
        return new JsonWebKeys(
                array.stream().map(JsonWebKey::of).flatMap(Optional::stream).toList());
    }

    /** Whether one of the keys can have made the signature of the token. */
    public boolean knows(IdToken token) {
        return !candidates(token).isEmpty();
    }

    /** The keys that the token names; all of them if it names none. */
    List<JsonWebKey> candidates(IdToken token) {
        return token.keyId()
                .map(id -> keys.stream().filter(key -> key.hasId(id)).toList())
                .orElse(keys);
    }
}
