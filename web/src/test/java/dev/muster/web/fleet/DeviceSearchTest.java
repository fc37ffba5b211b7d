package dev.muster.web.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.domain.device.CredentialStatus;
import dev.muster.domain.device.DeviceFilter;
import dev.muster.domain.device.DeviceOrder;
import dev.muster.domain.device.DeviceSort;
import dev.muster.domain.device.DeviceState;
import dev.muster.domain.device.DeviceStatus;
import dev.muster.domain.device.DeviceType;
import dev.muster.domain.shared.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceSearchTest {

    private static final DeviceFilter ALL_SET = new DeviceFilter(
            "Größe & <b>",
            DeviceStatus.ACTIVE,
            CredentialStatus.SUSPENDED,
            DeviceType.GATEWAY,
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            DeviceState.SILENT,
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID());

    private final DeviceSearch search = new DeviceSearch();

    @Test
    void anAddressHasTheWholeSearch() {
        Map<String, String> parameters = new HashMap<>(DeviceSearchLink.parameters(ALL_SET));
        parameters.put("sort", "name");
        parameters.put("page", "3");

        search.open(parameters::get);

        assertThat(search.filter()).isEqualTo(ALL_SET);
        assertThat(search.order()).isEqualTo(new DeviceOrder(DeviceSort.NAME, false));
        assertThat(search.first()).isEqualTo(50);
        assertThat(read(search.link(50))).isEqualTo(parameters);
        assertThat(search.getFileLink()).doesNotContain("sort", "page").contains("state=silent");
    }

    @Test
    void theFirstPageOfAllHasNoQuery() {
        assertThat(search.link(0)).isEmpty();
        assertThat(search.link(24)).isEmpty();
        assertThat(search.link(25)).isEqualTo("?page=2");
        assertThat(search.isNarrow()).isFalse();
    }

    @Test
    void whatIsNoSearchIsNotFound() {
        for (String query : new String[] {"state=quiet", "type=x", "import=1", "sort=x", "page=0", "page=401"}) {
            Map<String, String> parameters = read("?" + query);
            assertThatThrownBy(() -> search.open(parameters::get)).as(query).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aFilterIsDroppedAndTheOrderStays() {
        search.open(read("?search=a&state=silent&sort=-name")::get);

        search.drop("state");
        assertThat(search.link(0)).isEqualTo("?search=a&sort=-name");
        search.drop("nothing");
        search.clear();
        assertThat(search.link(0)).isEqualTo("?sort=-name");
    }

    @Test
    void theSecondSortReversesTheOrder() {
        search.sortBy(DeviceSort.NAME);
        assertThat(search.sorted("name")).isEqualTo("ascending");
        search.sortBy(DeviceSort.NAME);
        assertThat(search.sorted("name")).isEqualTo("descending");
        search.sortBy(DeviceSort.LAST_USED_AT);
        assertThat(search.sorted("lastUsedAt")).isEqualTo("descending");
        assertThat(search.sorted("name")).isEqualTo("none");
    }

    private static Map<String, String> read(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.substring(1).split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
