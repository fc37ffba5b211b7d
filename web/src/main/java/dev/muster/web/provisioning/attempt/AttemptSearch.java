package dev.muster.web.provisioning.attempt;

import dev.muster.domain.provisioning.attempt.AttemptFilter;
import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.shared.EnteredText;
import dev.muster.domain.shared.ProblemException;
import dev.muster.web.shared.UtcField;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** The search for attempts: what is typed into the form, and separately what was last asked for. */
public class AttemptSearch implements Serializable {

    private static final String URN = "urn:uuid:";

    private String outcome;

    private String identifier;

    private String certificateId;

    private String source;

    private String from;

    private String to;

    private String instance;

    private transient AttemptFilter asked = AttemptFilter.ALL;

    /** The attempts that were last asked for; at first all. */
    AttemptFilter filter() {
        return asked == null ? AttemptFilter.ALL : asked;
    }

    /**
     * Asks for what is typed.
     *
     * @throws ProblemException {@code validation-failed} with a sentence that says what to type
     */
    void ask() {
        asked = new AttemptFilter(
                AttemptOutcome.named(outcome).orElse(null),
                identifier,
                EnteredText.isBlank(certificateId) ? null : id(EnteredText.trimmed(certificateId)),
                source,
                time(from),
                time(to),
                EnteredText.isBlank(instance) ? null : id(withoutUrn(EnteredText.trimmed(instance))),
                null);
    }

    /** Empties the form and shows everything again. */
    void clear() {
        outcome = null;
        identifier = null;
        certificateId = null;
        source = null;
        from = null;
        to = null;
        instance = null;
        asked = AttemptFilter.ALL;
    }

    public boolean isNarrowed() {
        return !filter().equals(AttemptFilter.ALL);
    }

    private static String withoutUrn(String text) {
        return text.regionMatches(true, 0, URN, 0, URN.length()) ? text.substring(URN.length()) : text;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.invalid(
                    "An instance looks like urn:uuid:0b2c7cf0-9f4f-4f07-8f43-0a6a1b6b4f10; copy it from"
                            + " the response that the device got.");
        }
    }

    private static Instant time(String text) {
        return EnteredText.isBlank(text)
                ? null
                : UtcField.read(EnteredText.trimmed(text))
                        .orElseThrow(() -> ProblemException.invalid(
                                "A time has a date and an hour, such as 2026-03-01T10:00, and is in UTC."));
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

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getInstance() {
        return instance;
    }

    public void setInstance(String instance) {
        this.instance = instance;
    }
}
