package dev.muster.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationHeaderTest {

    @Test
    void theFirstColonEndsTheName() {
        assertThat(AuthorizationHeader.basic(basic("key:to:ken"))).contains(new BasicCredentials("key", "to:ken"));
    }

    @Test
    void theSchemeHasNoCase() {
        assertThat(AuthorizationHeader.basic(basic("a:b").replace("Basic", "bASIC")))
                .contains(new BasicCredentials("a", "b"));
    }

    @Test
    void namesAreUtf8() {
        assertThat(AuthorizationHeader.basic(basic("jürgen:ß"))).contains(new BasicCredentials("jürgen", "ß"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "Basic", "Basic ", "Basic !!!!", "Basic YTpi YTpi", "Bearer YTpi", "YTpi", "Basic YTpi="})
    void whatIsGarbledIsNothing(String header) {
        assertThat(AuthorizationHeader.basic(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no colon", "a:b\n", "\0:b"})
    void whatIsNoPairIsNothing(String text) {
        assertThat(AuthorizationHeader.basic(basic(text))).isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreNothing() {
        String base64 = Base64.getEncoder().encodeToString(new byte[] {'a', ':', (byte) 0xff});
        assertThat(AuthorizationHeader.basic("Basic " + base64)).isEmpty();
    }

    @Test
    void aBearerTokenIsTakenWhole() {
        assertThat(AuthorizationHeader.bearer("Bearer muster_a-B_9")).contains("muster_a-B_9");
        assertThat(AuthorizationHeader.bearer("Basic muster_a")).isEmpty();
        assertThat(AuthorizationHeader.bearer("Bearer a b")).isEmpty();
    }

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
