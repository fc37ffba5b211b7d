package dev.muster.domain.trust.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNamesTest {

    @ParameterizedTest
    @CsvSource({"localhost, 2", "a.b-c.example, 2", "1.example, 2", "127.0.0.1, 7", "::1, 7", "2001:db8::7, 7"})
    void addressesAndNamesAreToldApart(String name, int kind) {
        GeneralName[] names = new ServerNames(List.of(name)).toGeneralNames().getNames();
        assertThat(names)
                .singleElement()
                .satisfies(n -> assertThat(n.getTagNo()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "-a",
                "a-",
                "a..b",
                ".a",
                "a.",
                "*.example",
                "ünal.example",
                "a/b",
                "a:8181",
                "256.0.0.1",
                "1.2.3",
                "[::1]",
                "::1/64",
                "10.0.0.0/8",
                "a\n"
            })
    void anythingElseIsRefused(String name) {
        assertThatThrownBy(() -> new ServerNames(List.of("localhost", name)))
                .isInstanceOfSatisfying(
                        CertificateRefusedException.class,
                        e -> assertThat(e.reason()).isEqualTo(CertificateRefusedException.Reason.SERVER_NAME));
    }

    @Test
    void atLeastOneNameIsNeeded() {
        assertThatThrownBy(() -> new ServerNames(List.of())).isInstanceOf(CertificateRefusedException.class);
    }
}
