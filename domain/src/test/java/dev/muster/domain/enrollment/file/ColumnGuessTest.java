package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.cell.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnGuessTest {

    @Test
    void namesOfOtherMakersAreUnderstood() {
        assertThat(guess("Device label|Serial no|Kind", "Pump 1|SN-100|x", "Pump 2|SN-101|y"))
                .isEqualTo(Map.of(Column.DEVICE_NAME, 0, Column.UNIQUE_IDENTIFIER, 1, Column.DEVICE_TYPE, 2));
        assertThat(guess("deviceIMEI|hub", "a|b"))
                .isEqualTo(Map.of(Column.UNIQUE_IDENTIFIER, 0, Column.PARENT_GATEWAY, 1));
    }

    @Test
    void contentsDecideWhereNamesSayNothing() {
        assertThat(guess(
                        "A|B|C|D",
                        "490154203237518|gateway|first|",
                        "352099001761481|PERIPHERAL|second|490154203237518",
                        "352099001761499|peripheral|third|490154203237518"))
                .isEqualTo(Map.of(Column.UNIQUE_IDENTIFIER, 0, Column.DEVICE_TYPE, 1, Column.PARENT_GATEWAY, 3));
        assertThat(guess("Device|Radio", "Pump 1|00:1A:2B:3C:4D:5E", "Pump 2|00:1A:2B:3C:4D:5F"))
                .isEqualTo(Map.of(Column.UNIQUE_IDENTIFIER, 1));
    }

    @Test
    void ofTwoNamesTheContentsDecide() {
        assertThat(guess("Gateway ID|Device ID", "490154203237518|352099001761481", "490154203237518|352099001761499"))
                .isEqualTo(Map.of(Column.UNIQUE_IDENTIFIER, 1, Column.PARENT_GATEWAY, 0));
        assertThat(guess("Name|Label", "GATEWAY|Pump 1", "GATEWAY|Pump 2"))
                .containsEntry(Column.DEVICE_NAME, 1)
                .containsEntry(Column.DEVICE_TYPE, 0);
    }

    @Test
    void whatNothingSpeaksForIsNotGuessed() {
        assertThat(guess("A|B", "one|two", "three|four")).isEmpty();
        assertThat(guess("IMEI|imei||", "1|2|3|4")).isEmpty();
        assertThat(guess("Title", new String[0])).isEqualTo(Map.of(Column.DEVICE_NAME, 0));
    }

    @Test
    void knownColumnsStay() {
        assertThat(ColumnGuess.of(
                        List.of("deviceName", "label", "imei"),
                        Map.of(Column.DEVICE_NAME, 0),
                        List.of(List.of("a", "b", "c"))))
                .isEqualTo(Map.of(Column.UNIQUE_IDENTIFIER, 2));
    }

    private static Map<Column, Integer> guess(String names, String... rows) {
        return ColumnGuess.of(
                cells(names),
                Map.of(),
                Stream.of(rows).map(ColumnGuessTest::cells).toList());
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\\|", -1));
    }
}
