package dev.muster.web.trust;

import dev.muster.web.shared.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The parts of a new certificate in one ZIP, with a README.txt that says what each part is for. It is made in memory
 * and carried in the only answer that shows the parts; it cannot be fetched from any address.
 */
final class IssuedArchive {

    private final String name;
    private final List<IssuedFile> files;
    private final Texts texts;

    IssuedArchive(String name, List<IssuedFile> files, Texts texts) {
        this.name = name;
        this.files = files;
        this.texts = texts;
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (IssuedFile file : files) {
                put(zip, file.fileName(), file.text());
            }
            put(zip, "README.txt", readme());
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what is written", e);
        }
        return bytes.toByteArray();
    }

    private String readme() {
        StringBuilder text = new StringBuilder(texts.of("trust.readmeTitle", name)).append("\n\n");
        for (IssuedFile file : files) {
            text.append("%-17s %s\n".formatted(file.fileName(), file.purpose()));
        }
        return text.append("\n")
                .append(texts.of("trust.readmeCare"))
                .append("\n")
                .toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
