package dev.muster.web.fleet.story;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.fleet.story.DeviceOrigin;
import dev.muster.ejb.fleet.story.DeviceStory;
import dev.muster.web.shared.Ago;
import dev.muster.web.shared.Display;
import java.time.Instant;

/** Says what is the case with a device, and why. If several things are so, it says the one that has to be dealt with first. */
final class DeviceSentences {

    private static final Display DISPLAY = new Display();

    private final Device device;

    private final DeviceStory story;

    private final Instant now;

    DeviceSentences(Device device, DeviceStory story, Instant now) {
        this.device = device;
        this.story = story;
        this.now = now;
    }

    Verdict verdict() {
        ApprovalRequest approval = story.approval();
        if (device.status(now) == DeviceStatus.INVALIDATED) {
            return new Verdict(
                    "bad",
                    "Invalidated " + time(device.invalidatedAt()) + ": " + revocation(story.origin(), "deleted") + ".",
                    "The device is refused until it proves itself with another certificate of its manufacturer.");
        }
        if (device.isSuspended()) {
            return new Verdict(
                    "bad",
                    "Suspended " + time(device.suspendedAt()) + ": a manager has suspended its credentials.",
                    "The device is refused, even with new credentials, until you resume them.");
        }
        if (approval != null && approval.isPending()) {
            return new Verdict(
                    "warn",
                    "Waits for your decision since " + time(approval.askedAt()) + ": it has proved itself again ("
                            + DISPLAY.count(approval.proofs(), "proof") + ").",
                    "Approve or reject it under Approvals. Its present credentials work meanwhile.");
        }
        return device.invalidatedAt() == null ? heard() : ending();
    }

    private Verdict ending() {
        return new Verdict(
                "warn",
                "Ends " + time(device.invalidatedAt()) + ": " + revocation(story.origin(), "then deletes") + ".",
                "From then on the device is refused until it proves itself with another certificate.");
    }

    private Verdict heard() {
        String allowed = device.isReprovisioningAllowed() ? "Its next valid proof gives it new credentials, once." : "";
        if (device.lastUsedAt() == null) {
            return new Verdict(
                    story.isSilent() ? "warn" : "info",
                    (story.isSilent() ? "Silent since it joined " : "Joined ") + ago(device.createdAt())
                            + ": it has not used its credentials yet.",
                    allowed);
        }
        return story.isSilent()
                ? new Verdict("warn", "Silent: last heard " + ago(device.lastUsedAt()) + ".", allowed)
                : new Verdict("good", "Reporting: last heard " + ago(device.lastUsedAt()) + ".", allowed);
    }

    /** {@code Acme Trackers deleted certificate Trackers 2026, reason: key compromised}. */
    static String revocation(DeviceOrigin origin, String verb) {
        return origin.source().manufacturerName() + " " + verb + " certificate " + origin.certificateName()
                + ", reason: " + word(origin.reason());
    }

    private static String word(RevocationReason reason) {
        return switch (reason) {
            case null -> "none given";
            case UNSPECIFIED -> "none given";
            case KEY_COMPROMISE -> "key compromised";
            case SUPERSEDED -> "replaced by another one";
            case CESSATION_OF_OPERATION -> "no longer used";
        };
    }

    private String ago(Instant instant) {
        return Ago.words(instant, now) + " (" + time(instant) + ")";
    }

    private static String time(Instant instant) {
        return DISPLAY.minute(instant) + " UTC";
    }
}
