package dev.muster.web.provisioning.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.provisioning.proof.ProofRejection;
import dev.muster.web.shared.text.EnglishTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptSentencesTest {

    private final AttemptSentences sentences = new AttemptSentences(EnglishTexts.get());

    @ParameterizedTest
    @EnumSource(AttemptOutcome.class)
    void everyOutcomeHasATitleAndASentenceForEach(AttemptOutcome outcome) {
        assertThat(sentences.title(outcome.code())).isNotBlank().isNotEqualTo(outcome.code());
        assertThat(sentences.forManufacturer(outcome.code())).endsWith(".");
        assertThat(sentences.forOrganization(outcome.code())).endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(ProofRejection.class)
    void everyReasonIsASentence(ProofRejection reason) {
        assertThat(sentences.reason(reason.name())).matches(".*[.?]");
    }

    @ParameterizedTest
    @EnumSource(ProofRejection.class)
    void theAdviceAboutADeviceCertificateIsThatOfTheApi(ProofRejection reason) {
        reason.deviceCertificateAdvice()
                .ifPresent(advice -> assertThat(sentences.reason(reason.name())).isEqualTo(advice));
    }

    @Test
    void whatIsNotKnownIsShownAsItIs() {
        assertThat(sentences.title("later-code")).isEqualTo("later-code");
        assertThat(sentences.forManufacturer("later-code")).isEmpty();
        assertThat(sentences.reason(null)).isEmpty();
    }
}
