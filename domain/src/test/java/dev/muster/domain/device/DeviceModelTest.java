package dev.muster.domain.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.organization.Organization;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.TenantName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceModelTest {

    private static final TelemetryKey KEY = new TelemetryKey("a", ValueType.NUMBER, " °C ", -1.0, 1.0);

    @Test
    void keepsTheOrderOfItsKeysAndTakesBlanksOffUnits() {
        TelemetryKey other = new TelemetryKey("A", ValueType.TEXT, " ", null, null);
        DeviceModel model = model(List.of(KEY, other));

        assertThat(model.keys()).containsExactly(KEY, other);
        assertThat(KEY.unit()).isEqualTo("°C");
        assertThat(other.unit()).isNull();
        assertThat(model.key("b")).isEmpty();
    }

    @Test
    void isTheDefaultOfTheTypesThatWereSaidLast() {
        DeviceModel model = model(List.of());
        model.isDefaultFor(Set.of(DeviceType.GATEWAY, DeviceType.STANDALONE));
        model.isDefaultFor(Set.of(DeviceType.PERIPHERAL, DeviceType.STANDALONE));

        assertThat(model.defaultFor()).containsExactly(DeviceType.STANDALONE, DeviceType.PERIPHERAL);
    }

    @Test
    void changesOnlyWhatIsSaid() {
        DeviceModel model = model(List.of(KEY));
        ModelDescription changed = new ModelChange(null, null, UnknownKeys.KEEP, null).on(model);

        assertThat(changed.name().entered()).isEqualTo("m");
        assertThat(changed.keys()).containsExactly(KEY);
        assertThat(changed.unknownKeys()).isEqualTo(UnknownKeys.KEEP);
    }

    @ParameterizedTest
    @CsvSource({", NUMBER, , ", "a, TEXT, 1, ", "a, BOOLEAN, , 1", "a, NUMBER, 2, 1", "a, NUMBER, NaN, ", "a, , , "})
    void refusesWhatIsNoKey(String name, ValueType type, Double min, Double max) {
        assertThatThrownBy(() -> new TelemetryKey(name, type, null, min, max)).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesAKeyThatComesTwiceAndTooMany() {
        assertThatThrownBy(() -> model(List.of(KEY, KEY))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> model(Collections.nCopies(101, KEY))).isInstanceOf(ProblemException.class);
    }

    private static DeviceModel model(List<TelemetryKey> keys) {
        ModelDescription description = new ModelDescription(new TenantName("m"), keys, UnknownKeys.REFUSE, Set.of());
        return new DeviceModel(new Organization(new TenantName("o"), Instant.EPOCH), description, Instant.EPOCH);
    }
}
