package dev.muster.ejb.tally;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportNumbersTest {

    @Test
    void onlyAllDevicesAreAHundredPerCent() {
        assertThat(new ImportNumbers(1_000_000, 999_999).percent()).isEqualTo(99);
        assertThat(new ImportNumbers(3, 3).percent()).isEqualTo(100);
        assertThat(new ImportNumbers(3, 1).percent()).isEqualTo(33);
    }

    @Test
    void anImportWithoutRowsHasNoShare() {
        assertThat(ImportNumbers.NONE.percent()).isZero();
    }
}
