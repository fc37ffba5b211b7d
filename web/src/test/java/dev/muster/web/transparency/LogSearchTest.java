package dev.muster.web.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.transparency.LogFilter;
import dev.muster.web.shared.text.EnglishTexts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogSearchTest {

    private static final String USER = "user:0b2c7cf0-9f4f-4f07-8f43-0a6a1b6b4f10";

    @Test
    void theLinkHasWhatWasAskedFor() {
        LogSearch search = new LogSearch(EnglishTexts.get());
        assertThat(search.getLink()).isEmpty();
        assertThat(search.isNarrowed()).isFalse();
        search.setAct("login-failed");
        search.setFrom("2026-11-29T12:00");
        search.setBy(" " + USER + " ");
        search.setText(" 100% ");
        assertThat(search.getLink()).as("not asked yet").isEmpty();
        search.ask();
        assertThat(search.isNarrowed()).isTrue();
        Map<String, String> query = Stream.of(search.getLink().substring(1).split("&"))
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        LogFilter read = LogSearch.read(query::get);
        assertThat(read)
                .isEqualTo(new LogFilter(
                        "login-failed", Instant.parse("2026-11-29T12:00:00Z"), null, USER, null, null, "100%", null))
                .isEqualTo(search.filter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"olivia", "user:%", "user:_", "user:\"", "USER:1", "user:", ":1", "user:1 or 1"})
    void aReferenceHasNoSignOfAPattern(String text) {
        LogSearch search = new LogSearch(EnglishTexts.get());
        search.setBy(text);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(search::ask);
        search.clear();
        search.setObject(text);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(search::ask);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> LogSearch.read(name -> name.equals("by") ? text : null));
    }

    @Test
    void anUnknownActOrTimeInALinkIsNotFound() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> LogSearch.read(name -> name.equals("act") ? "dance" : null));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> LogSearch.read(name -> name.equals("from") ? "today" : null));
    }
}
