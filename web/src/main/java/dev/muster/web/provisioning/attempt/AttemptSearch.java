package dev.muster.web.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.AttemptFilter;
import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.SearchForm;
import dev.muster.web.shared.text.Texts;
import java.util.UUID;

/** The search for attempts. */
public class AttemptSearch extends SearchForm<AttemptFilter> {

    private static final String URN = "urn:uuid:";

    private final Texts texts;

    private String outcome;

    private String identifier;

    private String certificateId;

    private String source;

    private String instance;

    AttemptSearch(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected AttemptFilter everything() {
        return AttemptFilter.ALL;
    }

    @Override
    protected AttemptFilter typed() {
        return new AttemptFilter(
                AttemptOutcome.named(outcome).orElse(null),
                identifier,
                EnteredText.isBlank(certificateId) ? null : id(EnteredText.trimmed(certificateId)),
                source,
                begin(),
                end(),
                EnteredText.isBlank(instance) ? null : id(withoutUrn(EnteredText.trimmed(instance))),
                null);
    }

    @Override
    protected void empty() {
        outcome = null;
        identifier = null;
        certificateId = null;
        source = null;
        instance = null;
    }

    private static String withoutUrn(String text) {
        return text.regionMatches(true, 0, URN, 0, URN.length()) ? text.substring(URN.length()) : text;
    }

    private UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.invalid(texts.of("provisioning.instanceForm"));
        }
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    public String getIdentifier() {
        return identifier;
    }

    public void setIdentifier(String identifier) {
        this.identifier = identifier;
    }

    public String getCertificateId() {
        return certificateId;
    }

    public void setCertificateId(String certificateId) {
        this.certificateId = certificateId;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getInstance() {
        return instance;
    }

    public void setInstance(String instance) {
        this.instance = instance;
    }
}
