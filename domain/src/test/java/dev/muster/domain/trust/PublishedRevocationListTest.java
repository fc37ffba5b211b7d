package dev.muster.domain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublishedRevocationListTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final PublishedRevocationList list = new PublishedRevocationList();

    @Test
    void isGivenOutAgainWhileNothingWasRevokedSince() {
        list.replace(list.nextNumber(NOW), 3, new byte[1], NOW);

        assertThat(list.isCurrent(3, NOW)).isTrue();
        assertThat(list.isCurrent(3, NOW.plusSeconds(59))).isTrue();
        assertThat(list.isCurrent(4, NOW)).isFalse();
    }

    @Test
    void isRenewedAfterAMinute() {
        list.replace(list.nextNumber(NOW), 3, new byte[1], NOW);

        assertThat(list.isCurrent(3, NOW.plusSeconds(60))).isFalse();
    }

    /** The row is made before the first list is signed. */
    @Test
    void isNotGivenOutBeforeItIsSigned() {
        list.replace(list.nextNumber(NOW), 0, new byte[0], NOW);

        assertThat(list.isCurrent(0, NOW)).isFalse();
    }

    @Test
    void isRenewedWhereTheDatabasesClockWasSetBack() {
        list.replace(list.nextNumber(NOW), 3, new byte[1], NOW);

        assertThat(list.isCurrent(3, NOW.minusSeconds(61))).isFalse();
    }

    @Test
    void itsNumberOnlyGrows() {
        BigInteger first = list.nextNumber(NOW);
        list.replace(first, 0, new byte[1], NOW);
        BigInteger second = list.nextNumber(NOW);
        list.replace(second, 0, new byte[1], NOW);
        BigInteger third = list.nextNumber(NOW.minusSeconds(3600));

        assertThat(first).isEqualTo(BigInteger.valueOf(NOW.toEpochMilli()));
        assertThat(second).isGreaterThan(first);
        assertThat(third).isGreaterThan(second);
        assertThat(list.number()).isEqualTo(second.longValueExact());
    }
}
