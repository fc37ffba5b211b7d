package dev.muster.web.fleet.story;

import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.transparency.Act;
import dev.muster.ejb.fleet.story.DeviceEvent;
import dev.muster.ejb.fleet.story.DeviceOrigin;
import dev.muster.web.provisioning.attempt.AttemptSentences;
import dev.muster.web.shared.text.Texts;
import dev.muster.web.transparency.ActSentences;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells the events of a device in sentences. */
final class Timeline {

    private static final String USER = "user:";

    private static final int SHORT_ID = 8;

    private final DeviceOrigin origin;

    private final UUID reader;

    private final Texts texts;

    private final AttemptSentences attempts;

    private final ActSentences acts;

    /** @param reader the user who reads it */
    Timeline(DeviceOrigin origin, UUID reader, Texts texts, AttemptSentences attempts, ActSentences acts) {
        this.origin = origin;
        this.reader = reader;
        this.texts = texts;
        this.attempts = attempts;
        this.acts = acts;
    }

    /** In the order of the events. */
    List<TimelineEntry> of(List<DeviceEvent> events) {
        return events.stream().map(this::entry).toList();
    }

    private TimelineEntry entry(DeviceEvent event) {
        return switch (event.kind()) {
            case IMPORTED -> entry(event, "info", texts.of("fleet.eventImported"), imported());
            case ATTEMPT ->
                entry(
                        event,
                        styleOfAttempt(event.code()),
                        texts.of("fleet.eventAttempt", attempts.title(event.code())),
                        attempts.forOrganization(event.code()));
            case ACT -> act(event);
            case FIRST_USE -> entry(event, "good", texts.of("fleet.eventFirstUse"), "");
            case APPROVAL_ASKED ->
                entry(event, "warn", texts.of("fleet.eventAsked"), texts.of("fleet.eventAskedDetail"));
            case APPROVAL_DECIDED ->
                entry(
                        event,
                        "info",
                        texts.of("APPROVED".equals(event.code()) ? "fleet.eventApproved" : "fleet.eventRejected"),
                        "");
            case REPROVISIONING_ALLOWED ->
                entry(event, "info", texts.of("fleet.eventAllowed"), texts.of("fleet.adviceAllowed"));
            case INVALIDATED -> entry(event, "bad", texts.of("fleet.eventInvalidated"), revocation());
        };
    }

    private String imported() {
        String file = origin.source().importName();
        return origin.row() == null
                ? texts.of("fleet.ofImport", file)
                : texts.of("fleet.rowOfImport", origin.row(), file);
    }

    private String revocation() {
        return texts.of(
                "fleet.revocation",
                origin.source().manufacturerName(),
                origin.certificateName(),
                DeviceSentences.reason(origin.reason(), texts));
    }

    private TimelineEntry act(DeviceEvent event) {
        Optional<Act> act = Act.named(event.code());
        if (act.filter(Act.DEVICE_CREATED::equals).isPresent()) {
            return entry(event, "good", texts.of("fleet.eventJoined"), texts.of("fleet.eventJoinedDetail"));
        }
        if (act.filter(Act.DEVICE_ROTATED::equals).isPresent()) {
            return entry(event, "info", texts.of("fleet.newCredentials"), rotated(event.by()));
        }
        boolean isBad = act.filter(Act.DEVICE_SUSPENDED::equals).isPresent();
        return entry(event, isBad ? "bad" : "info", acts.title(event.code()), by(event.by()));
    }

    private String rotated(String by) {
        if (by == null || by.startsWith(USER)) {
            return by(by);
        }
        return by.startsWith("device:") ? texts.of("fleet.renewedCertificate") : texts.of("fleet.provedAgain");
    }

    private String by(String by) {
        if (by == null || !by.startsWith(USER)) {
            return "";
        }
        String id = by.substring(USER.length());
        return id.equals(reader.toString())
                ? texts.of("fleet.byYou")
                : texts.of("fleet.byUser", id.substring(0, Math.min(id.length(), SHORT_ID)));
    }

    private static String styleOfAttempt(String outcome) {
        return AttemptOutcome.named(outcome).filter(AttemptOutcome::isSuccess).isPresent() ? "good" : "warn";
    }

    private static TimelineEntry entry(DeviceEvent event, String style, String title, String detail) {
        return new TimelineEntry(event.at(), style, title, detail, event.attempt());
    }
}
