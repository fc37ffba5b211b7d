package dev.muster.web.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.transparency.Act;
import dev.muster.web.shared.text.EnglishTexts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActSentencesTest {

    private final ActSentences sentences = new ActSentences(EnglishTexts.get());

    @Test
    void everyActHasWordsOfItsOwn() {
        assertThat(Stream.of(Act.values()).map(sentences::title))
                .doesNotHaveDuplicates()
                .allMatch(title -> title.matches("[A-Z][A-Za-z ]+( by a one-time link)?"));
        assertThat(sentences.title("user-disabled")).isEqualTo("User disabled");
        assertThat(sentences.title("login")).isEqualTo("Logged in");
        assertThat(sentences.title("of-tomorrow")).as("by a newer server").isEqualTo("of-tomorrow");
    }
}
