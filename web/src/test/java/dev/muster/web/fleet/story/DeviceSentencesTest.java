package dev.muster.web.fleet.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCredential;
import dev.muster.domain.device.DeviceIdentity;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.provisioning.ApprovalRequest;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.fleet.DeviceSource;
import dev.muster.ejb.fleet.story.DeviceEvent;
import dev.muster.ejb.fleet.story.DeviceOrigin;
import dev.muster.ejb.fleet.story.DeviceStory;
import dev.muster.web.provisioning.attempt.AttemptSentences;
import dev.muster.web.shared.text.EnglishTexts;
import dev.muster.web.transparency.ActSentences;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceSentencesTest {

    private static final Instant JOINED = Instant.parse("2026-11-29T12:00:00Z");

    private static final Instant ENDED = Instant.parse("2026-11-29T15:03:00Z");

    private static final UUID READER = UUID.randomUUID();

    private final Device device = new Device(
            new Organization(new TenantName("Fleet"), JOINED),
            new DeviceIdentity(1L, "A1", "one", DeviceType.STANDALONE),
            UUID.randomUUID(),
            new DeviceCredential("A".repeat(26), "hash"),
            JOINED);

    private final DeviceOrigin origin = new DeviceOrigin(
            new DeviceSource(UUID.randomUUID(), "Acme Trackers", UUID.randomUUID(), "fleet.csv"),
            17,
            JOINED,
            "Trackers 2026",
            ENDED,
            RevocationReason.KEY_COMPROMISE);

    @Test
    void anInvalidatedDeviceSaysWhoWhenAndWhy() {
        device.endAt(ENDED);

        Verdict verdict = verdict(ENDED, false, null);

        assertThat(verdict.style()).isEqualTo("bad");
        assertThat(verdict.sentence())
                .isEqualTo("Invalidated 29 Nov 2026, 15:03 UTC: Acme Trackers deleted certificate Trackers 2026,"
                        + " reason: key compromised.");
    }

    @Test
    void aPlannedEndIsAWarning() {
        device.endAt(ENDED);

        assertThat(verdict(JOINED, false, null).sentence())
                .startsWith("Ends 29 Nov 2026, 15:03 UTC: Acme Trackers then deletes certificate Trackers 2026");
    }

    @Test
    void aDeviceThatNeverSpokeIsSilentAfterAWhile() {
        Instant soon = JOINED.plus(Duration.ofMinutes(2));
        assertThat(verdict(soon, false, null).sentence())
                .isEqualTo("Joined 2 min ago (29 Nov 2026, 12:00 UTC): it has not used its credentials yet.");
        Instant late = JOINED.plus(Duration.ofDays(3));
        assertThat(verdict(late, true, null).sentence()).startsWith("Silent since it joined 3 days ago (");
    }

    @Test
    void aSuspensionComesBeforeAnApproval() {
        ApprovalRequest request = new ApprovalRequest(device, UUID.randomUUID(), UUID.randomUUID(), ENDED);
        assertThat(verdict(ENDED, false, request).sentence())
                .isEqualTo(
                        "Waits for your decision since 29 Nov 2026, 15:03 UTC: it has proved itself again (1 proof).");
        device.suspend(ENDED);
        assertThat(verdict(ENDED, false, request).sentence()).startsWith("Suspended 29 Nov 2026, 15:03 UTC: ");
    }

    @Test
    void theTimelineTellsWhoDidIt() {
        List<DeviceEvent> events = List.of(
                act("device-suspended", "user:" + READER),
                act("device-rotated", "user:0d9e1a2b-0000-4000-8000-000000000000"),
                act("device-rotated", "certificate:" + UUID.randomUUID()),
                act("device-created", null),
                new DeviceEvent(JOINED, DeviceEvent.Kind.ATTEMPT, "replayed-proof", null, UUID.randomUUID()),
                new DeviceEvent(JOINED, DeviceEvent.Kind.IMPORTED, null, null, null));

        List<TimelineEntry> told = new Timeline(
                        origin,
                        READER,
                        EnglishTexts.get(),
                        new AttemptSentences(EnglishTexts.get()),
                        new ActSentences(EnglishTexts.get()))
                .of(events);

        assertThat(told.stream().map(TimelineEntry::title))
                .containsExactly(
                        "Device suspended",
                        "New credentials",
                        "New credentials",
                        "Joined",
                        "Attempt: Proof used before",
                        "Imported");
        assertThat(told.stream().map(TimelineEntry::detail))
                .contains("By you.", "By user 0d9e1a2b.", "It proved itself again.", "Row 17 of fleet.csv.");
    }

    private static DeviceEvent act(String code, String by) {
        return new DeviceEvent(JOINED, DeviceEvent.Kind.ACT, code, by, null);
    }

    private Verdict verdict(Instant now, boolean isSilent, ApprovalRequest approval) {
        return new DeviceSentences(
                        device, new DeviceStory(origin, isSilent, approval, List.of()), now, EnglishTexts.get())
                .verdict();
    }
}
