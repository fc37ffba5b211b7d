package dev.muster.domain.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths of tiles, with the examples of C2SP tlog-tiles. */
class TilePathTest {

    @Test
    void readsTheExamplesOfTheSpecification() {
        assertThat(TilePath.parse("0/x001/x234/067")).contains(new TilePath(0, 1_234_067, 256, false));
        assertThat(TilePath.parse("1/000.p/17")).contains(new TilePath(1, 0, 17, false));
        assertThat(TilePath.parse("entries/x123/456")).contains(new TilePath(0, 123_456, 256, true));
        assertThat(TilePath.parse("entries/273.p/112")).contains(new TilePath(0, 273, 112, true));
    }

    @Test
    void writesWhatItReads() {
        for (long index : new long[] {0, 1, 999, 1000, 1001, 999_999, 1_000_000, 999_999_999_999_999L}) {
            for (int width : new int[] {1, 99, 255, 256}) {
                TilePath hashes = new TilePath(7, index, width, false);
                assertThat(TilePath.parse(hashes.path())).contains(hashes);
                TilePath entries = new TilePath(0, index, width, true);
                assertThat(TilePath.parse(entries.path())).contains(entries);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/0",
                "0/00",
                "0/0000",
                "0/1000",
                "0/x000/001",
                "0/x000/000",
                "0/x001",
                "0/x001/",
                "0/001/002",
                "00/001",
                "8/001",
                "-1/001",
                "x/001",
                "entry/001",
                "0/001/",
                "/0/001",
                "0/001.p/0",
                "0/001.p/00",
                "0/001.p/01",
                "0/001.p/256",
                "0/001.p/999",
                "0/001.p/1000",
                "0/001.p/",
                "0/001.p",
                "0/001.p/1/",
                "0/٠٠١",
                "0/001\n",
                "0/../000",
                "entries/001.p/256",
                "0/X001/234",
                "0/x001/x234/x067/x999/x999/x999/999"
            })
    void refusesOtherForms(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    @Test
    void knowsItsPlaceInTheTree() {
        TilePath tile = new TilePath(1, 2, 3, false);
        assertThat(tile.nodeLevel()).isEqualTo(8);
        assertThat(tile.first()).isEqualTo(512);
        assertThat(tile.isFull()).isFalse();
        assertThat(tile.isWithin(515 * 256)).isTrue();
        assertThat(tile.isWithin(515 * 256 - 1)).isFalse();
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TilePath(8, 0, 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new TilePath(1, 0, 1, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new TilePath(0, -1, 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new TilePath(0, 0, 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new TilePath(0, 0, 257, false));
    }
}
