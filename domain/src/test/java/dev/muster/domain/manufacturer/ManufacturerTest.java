package dev.muster.domain.manufacturer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManufacturerTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Manufacturer manufacturer = new Manufacturer(
            new TenantName("Acme"), IdentifierRules.of(IdentifierScheme.IMEI), EnrollmentPolicy.OPEN, NOON);

    @Test
    void suspendedTwiceItIsSuspendedSinceTheFirstTime() {
        manufacturer.suspend(NOON);
        manufacturer.suspend(NOON.plusSeconds(60));

        assertThat(manufacturer.status()).isEqualTo(ManufacturerStatus.SUSPENDED);
        assertThat(manufacturer.suspendedAt()).isEqualTo(NOON);
    }

    @Test
    void resumedItIsActiveAndRemembersNothing() {
        manufacturer.suspend(NOON);
        manufacturer.resume();

        assertThat(manufacturer.status()).isEqualTo(ManufacturerStatus.ACTIVE);
        assertThat(manufacturer.suspendedAt()).isNull();
    }

    @Test
    void aContactIsTakenAwayByAnEmptyOne() {
        manufacturer.contactBy(new Contact(" Ann, +49 30 1234 "));
        assertThat(manufacturer.contact()).isEqualTo("Ann, +49 30 1234");

        manufacturer.contactBy(new Contact(" "));
        assertThat(manufacturer.contact()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a\u0000b", "a\tb"})
    void aContactIsOneLine(String entered) {
        assertThatThrownBy(() -> new Contact(entered)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aContactHasALimit() {
        assertThat(new Contact("x".repeat(256)).entered()).hasSize(256);
        assertThatThrownBy(() -> new Contact("x".repeat(257))).hasMessageContaining("257");
    }
}
