package dev.muster.domain.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.TenantName;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceCsvTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aSuspendedDeviceWithANameThatASpreadsheetWouldCalculate() throws IOException {
        Device device = new Device(
                new Organization(new TenantName("Fleet"), NOW),
                new DeviceIdentity(1L, "A1", "=2+3, \"x\"", DeviceType.GATEWAY),
                UUID.randomUUID(),
                new DeviceCredential("A".repeat(26), "hash"),
                NOW);
        device.suspend(NOW.plusSeconds(1));
        StringWriter text = new StringWriter();
        new DeviceCsv(text).write(device, NOW);
        assertThat(text)
                .hasToString(
                        "\uFEFFuniqueIdentifier,deviceName,deviceType,status,credentialStatus,createdAt,firstUsedAt,"
                                + "lastUsedAt,suspendedAt,invalidatedAt,id\r\n"
                                + "A1,\"'=2+3, \"\"x\"\"\",GATEWAY,PROVISIONED,SUSPENDED,2026-01-01T00:00:00Z,,,"
                                + "2026-01-01T00:00:01Z,," + device.id() + "\r\n");
    }
}
