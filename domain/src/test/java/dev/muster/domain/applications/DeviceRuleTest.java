package dev.muster.domain.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceState;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.shared.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceRuleTest {

    @Test
    void aRuleIsReadAsItWasWritten() {
        DeviceRule rule = new DeviceRule(new DeviceFilter(
                "Größe \"1\"",
                DeviceStatus.ACTIVE,
                CredentialStatus.SUSPENDED,
                DeviceType.GATEWAY,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "354321",
                DeviceState.SILENT,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null));

        assertThat(DeviceRule.read(rule.json())).isEqualTo(rule);
        assertThat(new DeviceRule(DeviceFilter.of("a")).json()).isEqualTo("{\"search\":\"a\"}");
    }

    @Test
    void aRuleLeavesOutSomeDevicesAndAsksForNoApplication() {
        assertThatThrownBy(() -> new DeviceRule(DeviceFilter.ALL)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new DeviceRule(DeviceFilter.ofApplication(UUID.randomUUID())))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new DeviceRule(DeviceFilter.of("a".repeat(256))))
                .isInstanceOf(ProblemException.class);
    }
}
