package dev.muster.web.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFileTest {

    @ParameterizedTest
    @CsvSource({
        "fleet.csv, fleet-report.csv",
        "FLEET.CSV, FLEET-report.csv",
        "fleet 2026 (3), fleet 2026 (3)-report.csv",
        "../../etc/passwd, _.._etc_passwd-report.csv",
        ".csv, import-report.csv",
        "flotte-été.csv, flotte-été-report.csv",
    })
    void isNamedAfterTheFile(String imported, String report) {
        assertThat(new ReportFile(imported).name()).isEqualTo(report);
    }

    @Test
    void noNameBreaksOutOfTheHeader() {
        String disposition = new ReportFile("a\"; filename=evil.exe\r\nX-Evil: 1\u202ecsv.csv").disposition();

        assertThat(disposition)
                .matches("attachment; filename=\"[^\"\\r\\n]*\"; filename\\*=UTF-8''[\\w%.-]+")
                .doesNotContain("\u202e")
                .doesNotContain("%0D");
    }

    @Test
    void tellsTheWholeNameAndOneInAscii() {
        assertThat(new ReportFile("été.csv").disposition())
                .isEqualTo("attachment; filename=\"_t_-report.csv\"; filename*=UTF-8''%C3%A9t%C3%A9-report.csv");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(new ReportFile("x".repeat(255)).name()).hasSize(111);
    }
}
