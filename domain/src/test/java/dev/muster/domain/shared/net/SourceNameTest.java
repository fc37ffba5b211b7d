package dev.muster.domain.shared.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNameTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2::7, 20010db800010002",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002",
        "2001:db8:1:3::7, 20010db800010003",
        "unknown, unknown"
    })
    void anIpv6NetworkIsOneSource(String address, String name) {
        assertThat(SourceName.of(address)).isEqualTo(name);
    }
}
