package dev.muster.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A page calls the methods of a record: {@code #{cell.isInvalid()}}. Expression Language 6.0 reads no getters of records, and the
 * page fails only where it is shown.
 */
class PageExpressionsTest {

    private static final Path PAGES = Path.of("../../web/src/main/webapp");

    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");

    /** Not a text of a bundle, such as {@code accountText.joined}. */
    private static final Pattern PROPERTY = Pattern.compile("(?<!\\b[a-z]{1,20}Text)\\.([a-zA-Z]+)\\b(?!\\()");

    private static final Pattern OF_OPTIONAL = Pattern.compile("\\.(?:isPresent\\(\\)|orElse\\w*\\(|ifPresent\\w*\\()");

    private static final Pattern GETTER = Pattern.compile("(?:is|get)([A-Z])(.*)");

    @Test
    void propertiesThatOnlyRecordsHaveAreCalled() {
        Set<String> ofRecords = properties(type -> type.isRecord());
        ofRecords.removeAll(properties(type -> !type.isRecord()));
        assertThat(ofRecords).contains("invalid", "confirmable");
        assertThat(pages().flatMap(page -> read(page, ofRecords)).toList()).isEmpty();
    }

    /** Facelets reads an apostrophe within quotation marks as the beginning of a text that never ends. */
    @Test
    void noExpressionHasBothQuotes() {
        assertThat(pages().flatMap(page -> EXPRESSION
                                .matcher(text(page))
                                .results()
                                .map(found -> found.group())
                                .filter(expression -> expression.contains("\"") && expression.contains("'"))
                                .map(expression -> page.getFileName() + ": " + expression))
                        .toList())
                .isEmpty();
    }

    /** Expression Language 6.0 opens an Optional itself, and then calls the method on what is in it. */
    @Test
    void noExpressionAsksAnOptional() {
        assertThat(pages().flatMap(page -> EXPRESSION
                                .matcher(text(page))
                                .results()
                                .map(found -> found.group())
                                .filter(expression ->
                                        OF_OPTIONAL.matcher(expression).find())
                                .map(expression -> page.getFileName() + ": " + expression))
                        .toList())
                .isEmpty();
    }

    private static Set<String> properties(Predicate<JavaClass> types) {
        return Classes.ALL.stream()
                .filter(types)
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> property(method).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<String> property(JavaMethod method) {
        Matcher getter = GETTER.matcher(method.getName());
        boolean isRead = method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getRawParameterTypes().isEmpty()
                && getter.matches();
        return isRead ? Optional.of(getter.group(1).toLowerCase(Locale.ROOT) + getter.group(2)) : Optional.empty();
    }

    /** Each as the page's name and the expression. */
    private static Stream<String> read(Path page, Set<String> properties) {
        return EXPRESSION
                .matcher(text(page))
                .results()
                .map(found -> found.group())
                .filter(expression -> PROPERTY.matcher(expression)
                        .results()
                        .anyMatch(property -> properties.contains(property.group(1))))
                .map(expression -> page.getFileName() + ": " + expression);
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> pages() {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList();
            assertThat(pages).isNotEmpty();
            return pages.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
