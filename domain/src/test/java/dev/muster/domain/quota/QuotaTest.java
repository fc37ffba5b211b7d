package dev.muster.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.muster.domain.shared.ProblemCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuotaTest {

    private static final Instant TIME = Instant.parse("2026-11-29T13:45:59.75Z");

    @Test
    void periodsBeginAtWholeMinutesHoursAndDays() {
        assertThat(QuotaPeriod.MINUTE.startOf(TIME)).isEqualTo("2026-11-29T13:45:00Z");
        assertThat(QuotaPeriod.HOUR.startOf(TIME)).isEqualTo("2026-11-29T13:00:00Z");
        assertThat(QuotaPeriod.DAY.startOf(TIME)).isEqualTo("2026-11-29T00:00:00Z");
        assertThat(QuotaPeriod.STANDING.startOf(TIME)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aPeriodEndsInOneSecondAtTheEarliest() {
        assertThat(QuotaPeriod.MINUTE.secondsLeft(TIME)).isEqualTo(1);
        assertThat(QuotaPeriod.HOUR.secondsLeft(TIME)).isEqualTo(14 * 60);
        assertThatIllegalStateException().isThrownBy(() -> QuotaPeriod.STANDING.secondsLeft(TIME));
    }

    @ParameterizedTest
    @EnumSource(Quota.class)
    void everyQuotaHasASettingAndWords(Quota quota) {
        assertThat(quota.setting()).matches("muster\\.quota\\.[a-z]+(-[a-z]+)*");
        assertThat(Quota.named(quota.code())).contains(quota);
        assertThat(QuotaWords.title(quota)).isNotBlank();
    }

    @Test
    void aSettingIsNamedAsItsMember() {
        assertThat(Quota.GENERATED_KEYS.setting()).isEqualTo("muster.quota.generated-keys-per-hour");
        assertThat(Quota.DEVICES.setting()).isEqualTo("muster.quota.devices");
    }

    @Test
    void eachKindOfTenantHasItsOwn() {
        assertThat(Quota.of(TenantKind.MANUFACTURER))
                .containsExactly(Quota.CERTIFICATES, Quota.GENERATED_KEYS, Quota.API_TOKENS, Quota.API_REQUESTS);
        assertThat(Quota.of(TenantKind.ORGANIZATION))
                .contains(Quota.DEVICES, Quota.API_TOKENS)
                .doesNotContain(Quota.CERTIFICATES);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, false, false",
        "7, 10, 70, false, false",
        "8, 10, 80, true, false",
        "9999999, 10000000, 99, true, false",
        "10, 10, 100, true, true",
        "25, 10, 100, true, true",
        "0, 0, 100, true, true",
        "9000000000, 2147483647, 0, false, false"
    })
    void aShareIsAnnouncedFromEightyPerCent(long used, int limit, int percent, boolean near, boolean reached) {
        QuotaUse use = new QuotaUse(Quota.DEVICES, used, limit, false);

        assertThat(use.percent()).isEqualTo(percent);
        assertThat(use.isNear()).isEqualTo(near);
        assertThat(use.isReached()).isEqualTo(reached);
    }

    @Test
    void anAmountHasAnotherCodeThanARate() {
        QuotaReachedException amount = QuotaReachedException.ofAmount(Quota.DRAFT_ROWS, 1_000, "Discard a draft.");
        assertThat(amount.code()).isEqualTo(ProblemCode.QUOTA_REACHED);
        assertThat(amount.retryAfter()).isZero();
        assertThat(amount).hasMessage("The quota is reached: at most 1,000 rows in drafts. Discard a draft.");

        QuotaReachedException rate = QuotaReachedException.ofRate(Quota.API_REQUESTS, 60, 12);
        assertThat(rate.code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(rate.retryAfter()).isEqualTo(12);
        assertThat(rate).hasMessageStartingWith("The quota is reached: at most 60 API requests a minute.");
    }
}
