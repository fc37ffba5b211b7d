package dev.muster.domain.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.TenantName;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(7));
    private static final Duration MOMENT = Duration.ofNanos(1000);

    private final Device device = new Device(
            new Organization(new TenantName("Fleet"), NOW),
            new DeviceIdentity(1L, "A1", "one", DeviceType.STANDALONE),
            UUID.randomUUID(),
            new DeviceCredential("A".repeat(26), "hash"),
            NOW);

    @Test
    void countsUntilItsEndAndNotFromThenOn() {
        device.endAt(END);

        assertThat(device.status(END.minus(MOMENT))).isEqualTo(DeviceStatus.PROVISIONED);
        assertThat(device.status(END)).isEqualTo(DeviceStatus.INVALIDATED);
    }

    @Test
    void countsOnWhereTheEndIsGivenUp() {
        device.endAt(END);
        device.endAt(null);

        assertThat(device.status(END)).isEqualTo(DeviceStatus.PROVISIONED);
    }

    @Test
    void anotherProofMendsAnInvalidation() {
        device.endAt(END);
        device.reprovision(UUID.randomUUID(), new DeviceCredential("B".repeat(26), "hash"), END);

        assertThat(device.invalidatedAt()).isNull();
        assertThat(device.status(END)).isEqualTo(DeviceStatus.PROVISIONED);
    }

    @Test
    void whatEndsNowEndedWithAnInvalidationBefore() {
        device.endAt(END);

        assertThat(device.endOfCredentials(NOW)).isEqualTo(NOW);
        assertThat(device.endOfCredentials(END.plus(MOMENT))).isEqualTo(END);
    }

    @Test
    void aCertificateIsACredentialWithoutAToken() {
        assertThat(device.credential().isCertificate()).isFalse();
        device.rotate(DeviceCredential.ofCertificate("B".repeat(26)), NOW);

        assertThat(device.credential().isCertificate()).isTrue();
        assertThat(device.credential().accessTokenHash()).isNull();
    }

    @Test
    void itsFirstUseIsToBeNoted() {
        assertThat(device.isUseToBeNoted(NOW)).isTrue();
    }

    @Test
    void itsCredentialsAreInactiveUntilTheirFirstUseAndRevokedWithTheCertificate() {
        assertThat(device.credentialStatus(NOW)).isEqualTo(CredentialStatus.INACTIVE);
        device.endAt(END);

        assertThat(device.credentialStatus(END)).isEqualTo(CredentialStatus.REVOKED);
    }

    @Test
    void aSuspensionOutlastsNewCredentials() {
        device.suspend(NOW);
        device.suspend(END);
        device.rotate(new DeviceCredential("B".repeat(26), "hash"), NOW);
        device.reprovision(UUID.randomUUID(), new DeviceCredential("C".repeat(26), "hash"), NOW);

        assertThat(device.credentialStatus(NOW)).isEqualTo(CredentialStatus.SUSPENDED);
        assertThat(device.suspendedAt()).isEqualTo(NOW);
        device.resume();
        assertThat(device.credentialStatus(NOW)).isEqualTo(CredentialStatus.INACTIVE);
    }

    @Test
    void whatIsAllowedIsUsedUpByOneProofAndNotByAManager() {
        device.allowReprovisioning(NOW);
        device.rotate(new DeviceCredential("B".repeat(26), "hash"), NOW);
        assertThat(device.isReprovisioningAllowed()).isTrue();

        device.reprovision(UUID.randomUUID(), new DeviceCredential("C".repeat(26), "hash"), NOW);
        assertThat(device.isReprovisioningAllowed()).isFalse();
    }
}
