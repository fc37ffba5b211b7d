package dev.muster.domain.enrollment.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.cell.RowCells;
import dev.muster.domain.enrollment.row.EnrollmentRow;
import dev.muster.domain.enrollment.row.FileRow;
import dev.muster.domain.enrollment.row.RowRules;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers that no rule forbids, but that a manager should look at. */
class ColumnObserverTest {

    @ParameterizedTest
    @CsvSource({
        "ANY, 89445001021983000000;89445001021983100000, rounded-numbers",
        "ANY, 1234567890123450;9876543210987650, rounded-numbers",
        "SERIAL, 89445001021983000000, rounded-numbers",
        "ANY, 89445001021983000000;89445001021983123456,",
        "ANY, 823456789012345;089445001021983000,",
        "ANY, AB89445001021983000000,",
        "ANY, 0000000000;A-1, placeholders",
        "ANY, 1234567890, placeholders",
        "ANY, 9876543210, placeholders",
        "ANY, 1234;0123;4567,",
        "ANY, 00120034;11223456,",
        "IMEI, 000000000000000, placeholders",
        "IMEI, 123456789012347, placeholders",
        "IMEI, 490154203237518,",
        "MAC, 00:00:00:00:00:00, placeholders",
        "MAC, 00:11:22:33:44:55, placeholders",
        "MAC, 0123.4567.89AB, placeholders;group-addresses",
        "MAC, FF-FF-FF-FF-FF-FF, placeholders;group-addresses",
        "MAC, 01:00:5E:00:00:FB, group-addresses",
        "MAC, 33-33-00-00-00-01, group-addresses",
        "MAC, 02:00:00:00:00:01;00:1A:7D:DA:71:13,"
    })
    void isWarnedOf(IdentifierScheme scheme, String identifiers, String codes) {
        RowRules rules = new RowRules(IdentifierRules.of(scheme, ".+"));
        ColumnObserver observer = new ColumnObserver(scheme);
        int row = 0;
        for (String identifier : identifiers.split(";")) {
            RowCells cells = new RowCells(identifier, "a", "STANDALONE", "");
            observer.look(new EnrollmentRow(null, new FileRow(++row, row + 1, cells, null), rules));
        }

        assertThat(observer.warnings())
                .extracting(FileWarning::code)
                .isEqualTo(codes == null ? List.of() : List.of(codes.split(";")));
        assertThat(observer.warnings())
                .allSatisfy(warning -> assertThat(warning.detail()).contains("first in line 2"));
    }
}
