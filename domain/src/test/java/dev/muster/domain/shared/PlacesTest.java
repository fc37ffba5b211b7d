package dev.muster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places<String> places = new Places<>(3, 2);

    @Test
    void oneTakesNoMoreThanItsShare() {
        assertThat(places.enter("a")).isTrue();
        assertThat(places.enter("a")).isTrue();
        assertThat(places.enter("a")).isFalse();
        assertThat(places.enter("b")).isTrue();
    }

    @Test
    void allTogetherTakeNoMoreThanThereAre() {
        assertThat(places.enter("a") && places.enter("b") && places.enter("c")).isTrue();
        assertThat(places.enter("d")).isFalse();
        places.leave("a");
        assertThat(places.enter("d")).isTrue();
    }

    @Test
    void whoHasNoPlaceIsForgotten() {
        places.enter("a");
        places.enter("a");
        places.leave("a");
        assertThat(places.remembered()).isEqualTo(1);
        places.leave("a");
        assertThat(places.remembered()).isZero();
        assertThatThrownBy(() -> places.leave("a")).isInstanceOf(IllegalStateException.class);
    }
}
