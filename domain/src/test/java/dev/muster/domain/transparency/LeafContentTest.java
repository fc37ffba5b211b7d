package dev.muster.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeafContentTest {

    private static final UUID TENANT = new UUID(0, 12);
    private static final UUID ID = new UUID(0, 7);

    @Test
    void hasWhatTheActHad() {
        LoggedAct act = LoggedAct.of(Act.DEVICE_ROTATED)
                .by("user", ID)
                .organization(TENANT)
                .object("device", 9)
                .attempt(ID)
                .with("rows", 3)
                .with("reason", "a\"b");
        LeafContent content = LeafContent.of(act.content(Instant.EPOCH, new byte[32]), TENANT);
        assertThat(content)
                .isEqualTo(new LeafContent(
                        "organization:" + TENANT,
                        "user:" + ID,
                        "device:9",
                        ID.toString(),
                        Map.of("rows", 3L, "reason", "a\"b")));
        assertThat(content.detail().keySet()).containsExactly("rows", "reason");
    }

    @Test
    void lacksWhatTheActLacks() {
        assertThat(LeafContent.of(LoggedAct.of(Act.LOGIN).content(Instant.EPOCH, new byte[32]), null))
                .isEqualTo(new LeafContent(null, null, null, null, Map.of()));
    }

    @Test
    void keepsTheTenantOfADeletedContent() {
        assertThat(LeafContent.of(null, TENANT))
                .isEqualTo(new LeafContent("tenant:" + TENANT, null, null, null, Map.of()));
        assertThat(LeafContent.of(null, null).tenant()).as("of the platform").isNull();
    }

    @Test
    void canBeCutToItsTenant() {
        LeafContent content = new LeafContent("manufacturer:1", "user:1", "device:1", "1", Map.of("rows", 1L));
        assertThat(content.tenantOnly()).isEqualTo(new LeafContent("manufacturer:1", null, null, null, Map.of()));
    }
}
