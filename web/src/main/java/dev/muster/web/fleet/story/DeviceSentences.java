package dev.muster.web.fleet.story;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.fleet.story.DeviceOrigin;
import dev.muster.ejb.fleet.story.DeviceStory;
import dev.muster.web.shared.Ago;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.text.Texts;
import java.time.Instant;

/** Says what is the case with a device, and why. If several things are so, it says the one that has to be dealt with first. */
final class DeviceSentences {

    private final Device device;

    private final DeviceStory story;

    private final Instant now;

    private final Texts texts;

    private final Display display;

    DeviceSentences(Device device, DeviceStory story, Instant now, Texts texts) {
        this.device = device;
        this.story = story;
        this.now = now;
        this.texts = texts;
        this.display = new Display(texts);
    }

    Verdict verdict() {
        ApprovalRequest approval = story.approval();
        if (device.status(now) == DeviceStatus.INVALIDATED) {
            return new Verdict("bad", revoked("fleet.verdictInvalidated"), texts.of("fleet.adviceInvalidated"));
        }
        if (device.isSuspended()) {
            return new Verdict(
                    "bad",
                    texts.of("fleet.verdictSuspended", time(device.suspendedAt())),
                    texts.of("fleet.adviceSuspended"));
        }
        if (approval != null && approval.isPending()) {
            return new Verdict(
                    "warn",
                    texts.of("fleet.verdictWaiting", time(approval.askedAt()), approval.proofs()),
                    texts.of("fleet.adviceWaiting"));
        }
        return device.invalidatedAt() == null
                ? heard()
                : new Verdict("warn", revoked("fleet.verdictEnding"), texts.of("fleet.adviceEnding"));
    }

    /** A sentence about the revocation of the certificate that proved the device. */
    private String revoked(String sentence) {
        DeviceOrigin origin = story.origin();
        return texts.of(
                sentence,
                time(device.invalidatedAt()),
                origin.source().manufacturerName(),
                origin.certificateName(),
                reason(origin.reason(), texts));
    }

    private Verdict heard() {
        String allowed = device.isReprovisioningAllowed() ? texts.of("fleet.adviceAllowed") : "";
        if (device.lastUsedAt() == null) {
            return story.isSilent()
                    ? new Verdict("warn", since("fleet.verdictSilentUnused", device.createdAt()), allowed)
                    : new Verdict("info", since("fleet.verdictJoinedUnused", device.createdAt()), allowed);
        }
        return story.isSilent()
                ? new Verdict("warn", since("fleet.verdictSilent", device.lastUsedAt()), allowed)
                : new Verdict("good", since("fleet.verdictReporting", device.lastUsedAt()), allowed);
    }

    private String since(String sentence, Instant instant) {
        return texts.of(sentence, Ago.words(texts, instant, now), time(instant));
    }

    /** Why a certificate was revoked, in a few words. */
    static String reason(RevocationReason reason, Texts texts) {
        return switch (reason) {
            case null -> texts.of("fleet.reasonNone");
            case UNSPECIFIED -> texts.of("fleet.reasonNone");
            case KEY_COMPROMISE -> texts.of("fleet.reasonKeyCompromise");
            case SUPERSEDED -> texts.of("fleet.reasonSuperseded");
            case CESSATION_OF_OPERATION -> texts.of("fleet.reasonCessation");
        };
    }

    private String time(Instant instant) {
        return display.momentMinuteUtc(instant);
    }
}
