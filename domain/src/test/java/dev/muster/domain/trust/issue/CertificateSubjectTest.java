package dev.muster.domain.trust.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateSubjectTest {

    private static final String SIXTY_FOUR = "x".repeat(64);

    @Test
    void namesHaveUpTo64CharactersHoweverManyBytesTheyTake() {
        String clefs = "\uD834\uDD1E".repeat(64);
        assertThat(CertificateSubject.of(SIXTY_FOUR, clefs).commonName()).isEqualTo(clefs);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "a\u0000b",
                "a\nb",
                "a\u0085b",
                "\uD834",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void otherNamesAreRefused(String name) {
        assertRefused(name, "CN", null, CertificateRefusedException.Reason.NAME);
        assertRefused("O", name, null, CertificateRefusedException.Reason.NAME);
        assertThatThrownBy(() -> CertificateSubject.organizationName(name))
                .isInstanceOf(CertificateRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABC", "abcdefghijklmnopqrstuvwxyz"})
    void serialNumberIsAnAccessKey(String accessKey) {
        assertRefused("O", "CN", accessKey, CertificateRefusedException.Reason.ACCESS_KEY);
    }

    private static void assertRefused(String o, String cn, String key, CertificateRefusedException.Reason reason) {
        assertThatThrownBy(() -> new CertificateSubject(o, cn, key))
                .isInstanceOfSatisfying(
                        CertificateRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
