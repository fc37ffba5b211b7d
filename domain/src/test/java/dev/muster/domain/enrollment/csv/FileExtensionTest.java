package dev.muster.domain.enrollment.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileExtensionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices.csv",
                "DEVICES.CSV",
                "devices.txt",
                "devices.tsv",
                "devices",
                " devices.csv ",
                "devices 29.11.2026",
                "devices.",
                ".csv",
                "a.xlsx.csv",
                "<b>a.b</b>",
                "v1.2 of all devices"
            })
    void namesOfTextAndNamesWithoutAnExtensionAreTaken(String name) {
        assertThatCode(() -> FileExtension.require(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "devices.xlsx, .xlsx",
        "devices.csv.zip, .zip",
        "devices.PDF, .PDF",
        "devices.html, .html",
        "devices.7z, .7z",
        "devices.exe , .exe",
        ".htaccess, .htaccess"
    })
    void anotherExtensionIsRefusedWithWhatToDo(String name, String extension) {
        ImportRefusedException refused =
                catchThrowableOfType(ImportRefusedException.class, () -> FileExtension.require(name));
        FileError error = refused.errors().getFirst();
        assertThat(error.fault()).isEqualTo(FileFault.WRONG_EXTENSION);
        assertThat(error.fault().code()).isEqualTo("wrong-extension");
        assertThat(error.detail())
                .contains(extension + ";", "give it a name that ends in .csv", "Save it as CSV UTF-8");
    }
}
