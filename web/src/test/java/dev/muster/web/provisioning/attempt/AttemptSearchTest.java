package dev.muster.web.provisioning.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.provisioning.attempt.AttemptFilter;
import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.text.EnglishTexts;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptSearchTest {

    private final AttemptSearch search = new AttemptSearch(EnglishTexts.get());

    @Test
    void anEmptyFormAsksForEverything() {
        search.setOutcome("");
        search.setCertificateId("");
        search.ask();
        assertThat(search.filter()).isEqualTo(AttemptFilter.ALL);
        assertThat(search.isNarrowed()).isFalse();
    }

    @Test
    void asksForWhatIsTyped() {
        UUID id = UUID.randomUUID();
        search.setOutcome("rotated");
        search.setFrom("2026-03-01T10:00");
        search.setTo("2026-03-01T10:00:30");
        search.setInstance(" URN:UUID:" + id + " ");
        search.ask();
        assertThat(search.filter())
                .isEqualTo(new AttemptFilter(
                        AttemptOutcome.ROTATED,
                        null,
                        null,
                        null,
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Instant.parse("2026-03-01T10:00:30Z"),
                        id,
                        null));
    }

    @Test
    void whatCannotBeMeantIsToldAndChangesNothing() {
        search.setInstance("what I saw");
        assertThatThrownBy(search::ask).isInstanceOf(ProblemException.class).hasMessageContaining("urn:uuid:");
        search.setInstance(null);
        search.setFrom("yesterday");
        assertThatThrownBy(search::ask).isInstanceOf(ProblemException.class).hasMessageContaining("UTC");
        assertThat(search.isNarrowed()).isFalse();
    }

    @Test
    void clearingEmptiesTheForm() {
        search.setIdentifier("1");
        search.ask();
        assertThat(search.isNarrowed()).isTrue();
        search.clear();
        assertThat(search.getIdentifier()).isNull();
        assertThat(search.isNarrowed()).isFalse();
    }
}
