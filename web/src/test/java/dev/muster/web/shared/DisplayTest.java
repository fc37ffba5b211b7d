package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Language;
import dev.muster.domain.shared.Role;
import dev.muster.web.shared.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private final Display display = new Display();

    @Test
    void writesTimesInUtc() {
        assertThat(display.time(Instant.parse("2026-03-04T05:06:07.890Z"))).isEqualTo("2026-03-04 05:06:07 UTC");
        assertThat(display.time(null)).isEqualTo("–");
    }

    @Test
    void sentencesHaveTimesAsTheLanguageWritesThem() {
        Instant time = Instant.parse("2026-03-04T15:06:07.890Z");
        assertThat(display.moment(time)).isEqualTo("4 Mar 2026, 15:06:07 UTC");
        assertThat(display.momentMinute(time)).isEqualTo("4 Mar 2026, 15:06");
        assertThat(display.momentMinuteUtc(time)).isEqualTo("4 Mar 2026, 15:06 UTC");
        assertThat(display.day(time)).isEqualTo("4 Mar 2026");
        assertThat(display.dayOf(LocalDate.of(2026, 3, 4))).isEqualTo("4 Mar 2026");
        assertThat(in(Language.GERMAN).moment(time)).isEqualTo("04.03.2026, 15:06:07 UTC");
        assertThat(in(Language.ARABIC).day(time)).isEqualTo("04\u200f/03\u200f/2026");
        assertThat(in(Language.ARABIC).momentMinute(time))
                .startsWith("\u206804\u200f/03\u200f/2026، ")
                .endsWith("م\u2069");
        assertThat(in(Language.ARABIC).momentMinuteUtc(time))
                .startsWith("\u206804\u200f/03\u200f/2026، ")
                .endsWith("م UTC\u2069");
        assertThat(display.moment(null)).isEqualTo("–");
    }

    private static Display in(Language language) {
        return new Display(new Texts(() -> language));
    }

    @Test
    void writesNumbersWithSeparators() {
        assertThat(display.number(1_000_000)).isEqualTo("1,000,000");
    }

    @Test
    void namesTheStyleOfAConstant() {
        assertThat(display.tag(Role.ADMINISTRATOR)).isEqualTo("tag tag-administrator");
    }
}
