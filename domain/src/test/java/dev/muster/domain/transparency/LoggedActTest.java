package dev.muster.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoggedActTest {

    private static final Instant TIME = Instant.parse("2026-11-29T12:00:00Z");
    private static final UUID ID = new UUID(0, 7);
    private static final byte[] SALT = new byte[32];

    @Test
    void hasItsMembersInOneOrderAndNoBlanks() {
        UUID organization = new UUID(0, 12);
        Caller caller = new Caller(ID, "ada", Role.ORGANIZATION_MANAGER, organization);
        LoggedAct act = LoggedAct.of(Act.DEVICE_ROTATED, caller)
                .with("rows", 3)
                .with("reason", "KEY_COMPROMISE")
                .attempt(new UUID(0, 1))
                .object("device", new UUID(0, 9));
        assertThat(act.content(TIME, SALT))
                .isEqualTo("{\"v\":1,\"time\":\"2026-11-29T12:00:00.000000Z\",\"act\":\"device-rotated\","
                        + "\"tenant\":\"organization:00000000-0000-0000-0000-00000000000c\","
                        + "\"by\":\"user:00000000-0000-0000-0000-000000000007\","
                        + "\"object\":\"device:00000000-0000-0000-0000-000000000009\","
                        + "\"attempt\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"detail\":{\"rows\":3,\"reason\":\"KEY_COMPROMISE\"}}");
        assertThat(act.tenantId()).isEqualTo(organization);
        assertThat(act.content(TIME, SALT)).doesNotContain("ada");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertThat(LoggedAct.of(Act.LOG_KEY_ROTATED).content(TIME, SALT))
                .isEqualTo("{\"v\":1,\"time\":\"2026-11-29T12:00:00.000000Z\",\"act\":\"log-key-rotated\"}");
    }

    @Test
    void belongsToThePlatformIfItsUserDoes() {
        LoggedAct act = LoggedAct.of(Act.LOGIN, new Caller(ID, "root", Role.ADMINISTRATOR, null));
        assertThat(act.tenantId()).isNull();
        assertThat(act.content(TIME, SALT)).doesNotContain("tenant");
    }

    @Test
    void hidesWhatTellsOfAPerson() {
        LoggedAct act = LoggedAct.of(Act.LOGIN_FAILED).hashed("name", "ada");
        assertThat(act.content(TIME, SALT))
                .contains("\"name\":\"" + Hashes.hidden(SALT, "ada") + "\"")
                .doesNotContain("ada");
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(act.content(TIME, other)).isNotEqualTo(act.content(TIME, SALT));
    }

    @Test
    void escapesText() {
        assertThat(LoggedAct.of(Act.LOGIN).with("x", "a\"b\\c\n").content(TIME, SALT))
                .endsWith("\"detail\":{\"x\":\"a\\\"b\\\\c\\u000a\"}}");
    }

    @Test
    void everyActFitsItsColumn() {
        for (Act act : Act.values()) {
            assertThat(act.code()).matches("[a-z-]{1,32}");
            assertThat(Act.named(act.code())).contains(act);
        }
        assertThat(Act.named("nonsense")).isEmpty();
    }
}
