package dev.muster.web.enrollment.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.cell.Column;
import org.junit.jupiter.api.Test;

class GridSearchTest {

    private final GridSearch search = new GridSearch();

    @Test
    void beginsWithTheFile() {
        assertThat(search.isPlain()).isTrue();
        assertThat(search.order("row")).isEqualTo("ascending");
        assertThat(search.order("deviceName")).isEqualTo("none");
    }

    @Test
    void aHeaderOrdersTurnsAroundAndGivesUp() {
        search.sortBy(Column.DEVICE_NAME);
        assertThat(search.order("deviceName")).isEqualTo("ascending");
        assertThat(search.order("row")).isEqualTo("none");
        assertThat(search.isPlain()).isFalse();
        search.sortBy(Column.DEVICE_NAME);
        assertThat(search.order("deviceName")).isEqualTo("descending");
        search.sortBy(Column.DEVICE_NAME);
        assertThat(search.isInFileOrder()).isTrue();
    }

    @Test
    void anotherHeaderBeginsAnew() {
        search.sortBy(Column.DEVICE_NAME);
        search.sortBy(Column.DEVICE_NAME);
        search.sortBy(Column.DEVICE_TYPE);
        assertThat(search.order("deviceType")).isEqualTo("ascending");
        search.sortBy(null);
        assertThat(search.isInFileOrder()).isTrue();
    }

    @Test
    void theRowsCanBeTurnedAround() {
        search.sortBy(null);
        assertThat(search.order("row")).isEqualTo("descending");
        assertThat(search.isPlain()).isFalse();
    }

    @Test
    void clearsEverything() {
        search.sortBy(Column.DEVICE_TYPE);
        search.setContains("x");
        search.setInvalidOnly(true);
        search.clear();
        assertThat(search.isPlain()).isTrue();
    }

    @Test
    void blanksAreNoSearch() {
        search.setContains("  ");
        assertThat(search.isPlain()).isTrue();
        search.setContains(null);
        assertThat(search.getContains()).isEmpty();
    }
}
