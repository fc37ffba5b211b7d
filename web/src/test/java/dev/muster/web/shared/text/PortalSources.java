package dev.muster.web.shared.text;

import dev.muster.domain.shared.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the portal's source, for tests that read them. */
final class PortalSources {

    static final Path PAGES = Path.of("src/main/webapp");
    static final Path CLASSES = Path.of("src/main/java/dev/muster/web");
    static final Path BUNDLES = Path.of("src/main/resources/dev/muster/web");

    private PortalSources() {}

    /** All files below a directory whose name ends so. */
    static List<Path> files(Path directory, String end) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the features that have a bundle. */
    static List<String> features() {
        return files(BUNDLES, "Texts_en.properties").stream()
                .map(file -> file.getParent().getFileName().toString())
                .toList();
    }

    /** A bundle, by its keys. */
    static TreeMap<String, String> bundle(String feature, Language language) {
        Path file = BUNDLES.resolve(feature).resolve("Texts_" + language.tag() + ".properties");
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TreeMap<String, String> byKey = new TreeMap<>();
        texts.forEach((key, text) -> byKey.put((String) key, (String) text));
        return byKey;
    }

    /** The keys of all constants of an enumeration of a feature. */
    static Stream<String> constants(String feature, String type) {
        Path sources = Path.of("../");
        Path file = Stream.of("domain", "ejb", "web")
                .map(module -> sources.resolve(module).resolve("src/main/java/dev/muster/" + module + "/" + feature))
                .filter(Files::isDirectory)
                .flatMap(directory -> files(directory, ".java").stream())
                .filter(source -> text(source).contains("enum " + type + " "))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no enumeration " + type + " in " + feature));
        String outer = file.toString()
                .replaceFirst(".*src/main/java/", "")
                .replaceFirst("\\.java$", "")
                .replace('/', '.');
        try {
            Class<?> found = Class.forName(outer.endsWith("." + type) ? outer : outer + "$" + type);
            return Stream.of(found.getEnumConstants()).map(constant -> type + "_" + ((Enum<?>) constant).name());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
