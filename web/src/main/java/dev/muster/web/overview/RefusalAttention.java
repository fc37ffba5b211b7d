package dev.muster.web.overview;

import dev.muster.ejb.overview.OutcomeCount;
import dev.muster.web.overview.AttentionItem.Level;
import dev.muster.web.provisioning.attempt.AttemptSentences;
import dev.muster.web.shared.UtcField;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Refused attempts, by reason, as things to look at. */
@ApplicationScoped
class RefusalAttention {

    @Inject
    private AttemptSentences sentences;

    @Inject
    private Texts texts;

    /**
     * An item for each reason.
     *
     * @param since when the counting began; the list of attempts shows the same time
     * @param list the page with the attempts
     * @param ofOrganization whether it is an organization that reads; otherwise a manufacturer
     */
    List<AttentionItem> of(List<OutcomeCount> refusals, Instant since, String list, boolean ofOrganization) {
        return refusals.stream()
                .map(refusal -> new AttentionItem(
                        "refused-" + refusal.outcome(),
                        Level.WARN,
                        texts.of("overview.refusedAttempts", refusal.attempts(), sentences.title(refusal.outcome())),
                        ofOrganization
                                ? sentences.forOrganization(refusal.outcome())
                                : sentences.forManufacturer(refusal.outcome()),
                        list + "?outcome=" + refusal.outcome() + "&from="
                                + URLEncoder.encode(UtcField.write(since), StandardCharsets.UTF_8),
                        texts.of("overview.seeAttempts")))
                .toList();
    }
}
