package dev.muster.ejb.account.signon;

import dev.muster.domain.account.signon.IdToken;
import dev.muster.domain.account.signon.JsonWebKeys;
import dev.muster.domain.account.signon.ProviderSettings;
import dev.muster.domain.account.signon.SignOnRefusal;
import dev.muster.domain.account.signon.SignOnRefusedException;
import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this server knows of the provider: its metadata and its keys, each for an hour. If a token names an unknown key, the keys
 * are read again, at most once in ten seconds. If the provider cannot be reached, nothing old is used.
 */
@ApplicationScoped
class Provider {

    private static final Duration FRESH = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    @Inject
    private ProviderClient client;

    @Inject
    private Clock clock;

    private volatile @Nullable Known<ProviderMetadata> metadata;

    private volatile @Nullable Known<JsonWebKeys> keys;

    private record Known<T>(T value, Instant since) {
        boolean isYounger(Duration age, Instant now) {
            return now.isBefore(since.plus(age));
        }
    }

    /** @throws SignOnRefusedException if it cannot be read, or is that of another issuer */
    ProviderMetadata metadata(ProviderSettings settings) throws SignOnRefusedException {
        Instant now = clock.instant();
        Known<ProviderMetadata> present = metadata;
        if (present != null && present.isYounger(FRESH, now)) {
            return present.value();
        }
        JsonObject document = object(read(settings.issuer().replaceAll("/$", "") + DISCOVERY));
        try {
            ProviderMetadata read = ProviderMetadata.of(document, settings.issuer());
            metadata = new Known<>(read, now);
            return read;
        } catch (IllegalArgumentException | ClassCastException e) {
            throw invalid("the metadata cannot be used: " + e.getMessage());
        }
    }

    /** The keys that may have signed the token. */
    JsonWebKeys keysFor(IdToken token, ProviderMetadata from) throws SignOnRefusedException {
        Instant now = clock.instant();
        Known<JsonWebKeys> present = keys;
        boolean isEnough = present != null
                && present.isYounger(FRESH, now)
                && (present.value().knows(token) || present.isYounger(PAUSE, now));
        if (present != null && isEnough) {
            return present.value();
        }
        try {
            JsonWebKeys read = JsonWebKeys.parse(read(from.keysAddress()));
            keys = new Known<>(read, now);
            return read;
        } catch (MalformedRequestException e) {
            throw invalid("the keys cannot be read");
        }
    }

    private byte[] read(String address) throws SignOnRefusedException {
        ProviderAnswer answer = client.get(address);
        if (!answer.isOk()) {
            throw new SignOnRefusedException(
                    SignOnRefusal.UNREACHABLE, "the provider answered with the status " + answer.status());
        }
        return answer.body();
    }

    /** The ID token of an answer of the token endpoint; everything else in it is dropped here. */
    static String idToken(byte[] body) throws SignOnRefusedException {
        if (object(body).get("id_token") instanceof JsonString token) {
            return token.getString();
        }
        throw invalid("the provider sent no ID token");
    }

    private static JsonObject object(byte[] body) throws SignOnRefusedException {
        try {
            return StrictJson.object(body);
        } catch (MalformedRequestException e) {
            throw invalid("the provider's answer is no JSON object");
        }
    }

    private static SignOnRefusedException invalid(String detail) {
        return new SignOnRefusedException(SignOnRefusal.INVALID, detail);
    }
}
