package dev.muster.web.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.quota.Quota;
import dev.muster.domain.quota.QuotaWords;
import dev.muster.web.shared.text.EnglishTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuotaDisplayTest {

    private final QuotaDisplay display = new QuotaDisplay(EnglishTexts.get());

    @ParameterizedTest
    @EnumSource
    void aPageAndTheApiCallAQuotaTheSame(Quota quota) {
        assertThat(display.title(quota)).isEqualTo(QuotaWords.title(quota));
        assertThat(display.explanation(quota)).endsWith(".");
    }
}
