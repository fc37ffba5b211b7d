package dev.muster.web.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.web.shared.text.EnglishTexts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class IssuedArchiveTest {

    private static final List<IssuedFile> FILES = List.of(
            new IssuedFile("private-key", "Private key", "muster.key", "the key\n", 3, "It signs. SECRET.", true),
            new IssuedFile("access-key", "Access key", "access-key.txt", "ABC", 1, "Its name. Public.", false));

    @Test
    void everyFileIsInItAndTheReadmeNamesEach() throws IOException {
        Map<String, String> entries = unpack(new IssuedArchive("Tracker Ünal", FILES, EnglishTexts.get()).zip());

        assertThat(entries).containsOnlyKeys("muster.key", "access-key.txt", "README.txt");
        assertThat(entries).containsEntry("muster.key", "the key\n").containsEntry("access-key.txt", "ABC");
        assertThat(entries.get("README.txt"))
                .contains("Tracker Ünal")
                .contains("muster.key        It signs. SECRET.\n")
                .contains("access-key.txt    Its name. Public.\n")
                .doesNotContain("the key")
                .doesNotContain("\r");
    }

    @Test
    void aFileDoesNotShowItsText() {
        assertThat(FILES.get(0)).hasToString("IssuedFile[muster.key]");
    }

    private static Map<String, String> unpack(byte[] archive) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
