package dev.muster.web.fleet.story;

import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.transparency.Act;
import dev.muster.ejb.fleet.story.DeviceEvent;
import dev.muster.ejb.fleet.story.DeviceOrigin;
import dev.muster.ejb.fleet.story.DeviceStory;
import dev.muster.web.provisioning.attempt.AttemptSentences;
import dev.muster.web.transparency.ActSentences;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells the events of a device in sentences. */
final class Timeline {

    private static final String USER = "user:";

    private static final int SHORT_ID = 8;

    private final AttemptSentences attempts = new AttemptSentences();

    private final ActSentences acts;

    private final DeviceOrigin origin;

    private final UUID reader;

    /** @param reader the user who reads it */
    Timeline(DeviceOrigin origin, UUID reader, ActSentences acts) {
        this.acts = acts;
        this.origin = origin;
        this.reader = reader;
    }

    /** The newest first. */
    static List<TimelineEntry> of(DeviceStory story, UUID reader, ActSentences acts) {
        Timeline timeline = new Timeline(story.origin(), reader, acts);
        return story.events().stream().map(timeline::entry).toList();
    }

    private TimelineEntry entry(DeviceEvent event) {
        return switch (event.kind()) {
            case IMPORTED -> entry(event, "info", "Imported", imported());
            case ATTEMPT ->
                entry(
                        event,
                        styleOfAttempt(event.code()),
                        "Attempt: " + attempts.title(event.code()),
                        attempts.forOrganization(event.code()));
            case ACT -> act(event);
            case FIRST_USE -> entry(event, "good", "First use of its present credentials", "");
            case APPROVAL_ASKED ->
                entry(event, "warn", "Asked for an approval", "It proved itself again; a manager has to decide.");
            case APPROVAL_DECIDED ->
                entry(
                        event,
                        "info",
                        "APPROVED".equals(event.code()) ? "Approved by a manager" : "Rejected by a manager",
                        "");
            case REPROVISIONING_ALLOWED ->
                entry(
                        event,
                        "info",
                        "Provisioning again allowed",
                        "Its next valid proof gives it new credentials, once.");
            case INVALIDATED -> entry(event, "bad", "Invalidated", DeviceSentences.revocation(origin, "deleted") + ".");
        };
    }

    private String imported() {
        String row = origin.row() == null ? "" : "Row " + origin.row() + " of ";
        return row + origin.source().importName() + ".";
    }

    private TimelineEntry act(DeviceEvent event) {
        Optional<Act> act = Act.named(event.code());
        if (act.filter(Act.DEVICE_CREATED::equals).isPresent()) {
            return entry(event, "good", "Joined", "It proved itself and got its credentials.");
        }
        if (act.filter(Act.DEVICE_ROTATED::equals).isPresent()) {
            return entry(event, "info", "New credentials", rotated(event.by()));
        }
        boolean isBad = act.filter(Act.DEVICE_SUSPENDED::equals).isPresent();
        return entry(event, isBad ? "bad" : "info", acts.title(event.code()), by(event.by()));
    }

    private String rotated(String by) {
        if (by == null || by.startsWith(USER)) {
            return by(by);
        }
        return by.startsWith("device:") ? "It renewed its certificate." : "It proved itself again.";
    }

    private String by(String by) {
        if (by == null || !by.startsWith(USER)) {
            return "";
        }
        String id = by.substring(USER.length());
        return id.equals(reader.toString())
                ? "By you."
                : "By user " + id.substring(0, Math.min(id.length(), SHORT_ID)) + ".";
    }

    private static String styleOfAttempt(String outcome) {
        return AttemptOutcome.named(outcome).filter(AttemptOutcome::isSuccess).isPresent() ? "good" : "warn";
    }

    private static TimelineEntry entry(DeviceEvent event, String style, String title, String detail) {
        return new TimelineEntry(event.at(), style, title, detail, event.attempt());
    }
}
