package dev.muster.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.launcher.server.http.AnswerHeaders;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer has the fields, also one that HTTP gives below every application. */
class AnswerFilterTest {

    private static final String HEAD = "POST /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/3.9\r\nHost: a\r\n\r\n",
                HEAD + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                HEAD + "Transfer-Encoding: chunked\r\n\r\nno chunk\r\n",
                HEAD + "Expect: 100-continue\r\nContent-Length: 1\r\n\r\na"
            })
    void everyAnswerHasTheFields(String request) throws Exception {
        String answer = answer(request);
        assertThat(answer).startsWith("HTTP/1.1 ");
        for (String field : new String[] {
            "x-content-type-options: nosniff",
            "x-frame-options: deny",
            "content-security-policy: default-src 'none'; object-src 'none'; base-uri 'none';",
            "referrer-policy: same-origin",
            "permissions-policy: accelerometer=()"
        }) {
            assertThat(answer.toLowerCase(Locale.ROOT).split("\r\n" + field, -1))
                    .as("%s in %s", field, answer)
                    .hasSize(2);
        }
        assertThat(answer).doesNotContain("Strict-Transport-Security");
    }

    /** The demonstration run does not ask browsers to remember TLS for localhost. */
    @Test
    void onlyListenersWithTlsAreRemembered() {
        assertThat(new String(new AnswerHeaders(true, "").last("408 Request Timeout"), StandardCharsets.US_ASCII))
                .startsWith("HTTP/1.1 408 Request Timeout\r\n")
                .contains("\r\nStrict-Transport-Security: max-age=31536000; includeSubDomains\r\n")
                .endsWith("\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    @Test
    void aRedirectNamesNoHostOfTheClient() throws Exception {
        assertThat(answer("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .contains("\r\nLocation: /login.xhtml\r\n")
                .doesNotContain("evil");
    }

    private static String answer(String request) throws Exception {
        try (PlainListener listener = new PlainListener(new Answering());
                Socket client = listener.connect()) {
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static final class Answering extends BaseFilter {

        @Override
        public NextAction handleRead(FilterChainContext context) {
            HttpContent content = context.getMessage();
            if (content.isLast()) {
                ((HttpRequestPacket) content.getHttpHeader())
                        .getResponse()
                        .setHeader("Location", "https://evil.example/login.xhtml");
                PlainListener.answer(context, content, "ok");
            }
            return context.getStopAction();
        }
    }
}
