package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Page;
import dev.muster.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagedModelTest {

    private final List<PageRequest> asked = new ArrayList<>();

    private final PagedModel<String> model = new PagedModel<>(request -> {
        asked.add(request);
        return new Page<>(List.of("row"), 70);
    });

    @Test
    void asksForThePageThatTheTableShows() {
        assertThat(model.load(50, 25, Map.of(), Map.of())).containsExactly("row");
        assertThat(asked).containsExactly(new PageRequest(2, 25));
        assertThat(model.shown()).isEqualTo(new PageRequest(2, 25));
        assertThat(model.getRowCount()).isEqualTo(70);
    }

    @Test
    void readsThePageOnceThatItCountsAndShows() {
        model.load(25, 25, Map.of(), Map.of());
        asked.clear();

        model.count(Map.of());
        model.load(25, 25, Map.of(), Map.of());
        model.count(Map.of());
        model.load(50, 25, Map.of(), Map.of());

        PageRequest second = new PageRequest(1, 25);
        assertThat(asked).containsExactly(second, second, new PageRequest(2, 25));
    }

    @Test
    void countsTheWholeList() {
        assertThat(model.count(Map.of())).isEqualTo(70);
    }
}
