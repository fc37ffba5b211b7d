package dev.muster.domain.shared.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedHeaderTest {

    /** Among them the examples of RFC 7239 section 4. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "for=192.0.2.43 | 192.0.2.43",
                "For=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe:0:0:0:0:17",
                "for=192.0.2.60;proto=http;by=203.0.113.43 | 192.0.2.60",
                "for=192.0.2.43, for=198.51.100.17 | 192.0.2.43 198.51.100.17",
                "for=\"_gazonk\" | -",
                "for=unknown, for=192.0.2.1 | - 192.0.2.1",
                "by=203.0.113.43 | -",
                "proto=https;FOR=\"192.0.2.43:47011\";host=\"a,b;for=1\" | 192.0.2.43",
                "for=\"192.0.2\\.43\" | 192.0.2.43",
                "for=\"[::1]:_port\" | 0:0:0:0:0:0:0:1",
                "for=\"[192.0.2.1%lo]\" | -",
                "for=host.example | -"
            })
    void readsForWhomEachElementIs(String line, String expected) {
        assertThat(clients(line)).containsExactly(expected.split(" "));
    }

    @Test
    void linesFollowEachOther() {
        assertThat(clients("for=192.0.2.1", "for=192.0.2.2")).containsExactly("192.0.2.1", "192.0.2.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"for", "for=", "for=\"192.0.2.1", "for = 192.0.2.1", "for=a b", "for=192.0.2.1:80", "=x"})
    void whatCannotBeReadSaysNothing(String line) {
        assertThat(clients("for=192.0.2.9", line)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNotRead() {
        assertThat(clients("for=192.0.2.1;x=\"" + "\\a".repeat(10_000) + "\"")).isEmpty();
        assertThat(clients("for=192.0.2.1;x=\"" + "\\a".repeat(490) + "\"")).containsExactly("192.0.2.1");
    }

    private static List<String> clients(String... lines) {
        return ForwardedHeader.clients(List.of(lines)).stream()
                .map(client -> client.map(InetAddress::getHostAddress).orElse("-"))
                .toList();
    }
}
