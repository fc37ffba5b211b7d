package dev.muster.domain.shared.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "10.0.0.0/8, 10.255.1.2, true",
        "10.9.9.9/8, 10.0.0.1, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "127.0.0.128/25, 127.0.0.128, true",
        "127.0.0.128/25, 127.0.0.127, false",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "192.0.2.0/24, ::ffff:192.0.2.9, true",
        "::1, ::1, true"
    })
    void holdsTheAddressesThatBeginWithItsBits(String range, String address, boolean held) {
        assertThat(AddressRange.list(range).get(0).contains(address(address))).isEqualTo(held);
    }

    @Test
    void aListIsPartedByCommas() {
        List<AddressRange> list = AddressRange.list("192.0.2.7, 2001:db8::/32");
        assertThat(list)
                .containsExactly(
                        new AddressRange(address("192.0.2.7"), 32), new AddressRange(address("2001:db8::"), 32));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "proxy.example", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.1,", "1.2.3"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> AddressRange.list(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "a.b",
                "1.2.3",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4.",
                "1:2",
                ":::",
                "fe80::1%lo",
                "[::1]",
                "::1 ",
                ""
            })
    void aNameOrAHalfAddressIsNoAddress(String text) {
        assertThat(NetworkAddress.parse(text)).isEmpty();
    }

    private static java.net.InetAddress address(String text) {
        return NetworkAddress.parse(text).orElseThrow();
    }
}
