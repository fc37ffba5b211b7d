package dev.muster.rest.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalSentenceTest {

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyRefusalIsASentence(ProblemCode code) {
        assertThat(RefusalSentence.of(code)).endsWith(".").doesNotContain("%");
    }
}
