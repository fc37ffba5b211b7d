package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageAddressTest {

    @Test
    void takesTheQueryOfTheSamePage() {
        assertThat(PageAddress.of(
                        "/organization/import.xhtml", "https://muster.example/organization/import.xhtml?id=7"))
                .isEqualTo("/organization/import.xhtml?id=7");
    }

    @Test
    void takesNothingOfAnotherPageOrOfNone() {
        assertThat(PageAddress.of("/a.xhtml", "https://muster.example/b.xhtml?id=7"))
                .isEqualTo("/a.xhtml");
        assertThat(PageAddress.of("/a.xhtml", null)).isEqualTo("/a.xhtml");
        assertThat(PageAddress.of("/a.xhtml", "no address at all")).isEqualTo("/a.xhtml");
    }
}
