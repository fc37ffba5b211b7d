package dev.muster.domain.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.device.Device;
import dev.muster.domain.device.DeviceCredential;
import dev.muster.domain.device.DeviceIdentity;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApprovalRequestTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID MANAGER = UUID.randomUUID();

    private final Device device = new Device(
            new Organization(new TenantName("Fleet"), NOW),
            new DeviceIdentity(1L, "A1", "one", DeviceType.STANDALONE),
            UUID.randomUUID(),
            new DeviceCredential("A".repeat(26), "hash"),
            NOW);

    private final ApprovalRequest request = new ApprovalRequest(device, UUID.randomUUID(), UUID.randomUUID(), NOW);

    @Test
    void waitsAtFirst() {
        assertThat(request.isPending()).isTrue();
        assertThat(request.isRejected()).isFalse();
        assertThat(request.decidedAt()).isNull();
    }

    @Test
    void theNewestProofIsKept() {
        UUID newest = UUID.randomUUID();
        request.askAgain(UUID.randomUUID(), newest, NOW.plusSeconds(60));

        assertThat(request.attemptId()).isEqualTo(newest);
        assertThat(request.proofs()).isEqualTo(2);
        assertThat(request.askedAt()).isEqualTo(NOW);
        assertThat(request.lastAskedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void anApprovalAllowsTheDeviceOneProof() {
        request.approve(MANAGER, NOW);

        assertThat(device.isReprovisioningAllowed()).isTrue();
        assertThat(request.state()).isEqualTo(ApprovalState.APPROVED);
        assertThat(request.isPending()).isFalse();
        assertThat(request.isRejected()).isFalse();
    }

    @Test
    void aRejectionLeavesTheDeviceAsItIs() {
        Instant later = NOW.plusSeconds(60);
        request.reject(MANAGER, later);

        assertThat(device.isReprovisioningAllowed()).isFalse();
        assertThat(request.isRejected()).isTrue();
        assertThat(request.isPending()).isFalse();
        assertThat(request.decidedAt()).isEqualTo(later);
    }

    @Test
    void isDecidedOnce() {
        request.reject(MANAGER, NOW);

        assertThatThrownBy(() -> request.approve(MANAGER, NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT));
    }

    @Test
    void whoAsksAfterAnApprovalThatWasTakenBackWaitsAgain() {
        request.approve(MANAGER, NOW);
        device.disallowReprovisioning();
        request.askAgain(UUID.randomUUID(), UUID.randomUUID(), NOW);

        assertThat(request.isPending()).isTrue();
        assertThat(request.decidedAt()).isNull();
    }
}
