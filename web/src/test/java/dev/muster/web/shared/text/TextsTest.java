package dev.muster.web.shared.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import dev.muster.domain.shared.Language;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles have the same texts in all languages, and the texts that the portal shows. */
class TextsTest {

    /** {@code #{accountText.save}} in a page. */
    private static final Pattern PLAIN = Pattern.compile("\\b([a-z]+)Text\\.(\\w+)");

    /** {@code texts.of("account.save"} in a class, with the quotes of a page or of a class. */
    private static final Pattern NAMED = Pattern.compile("[\"']([a-z]+)\\.(?!css|js)([a-z]\\w*)[\"']");

    /** A word for a constant. */
    private static final Pattern CONSTANT = Pattern.compile("[A-Z]\\w*_[A-Z0-9_]+");

    static Stream<String> features() {
        return PortalSources.features().stream();
    }

    @ParameterizedTest
    @MethodSource("features")
    void eachLanguageHasTheSameTexts(String feature) {
        Map<String, String> english = PortalSources.bundle(feature, Language.ENGLISH);

        for (Language language : Language.values()) {
            Map<String, String> texts = PortalSources.bundle(feature, language);
            assertThat(texts.keySet()).as(language.tag()).isEqualTo(english.keySet());
            assertThat(texts)
                    .as(language.tag())
                    .allSatisfy(
                            (key, text) -> assertThat(arguments(text)).as(key).isEqualTo(arguments(english.get(key))));
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void noTextIsEmpty(String feature) {
        for (Language language : Language.values()) {
            assertThat(PortalSources.bundle(feature, language).values())
                    .as(language.tag())
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void eachTextIsShownAndEachShownTextExists(String feature) {
        Set<String> shown = shown(feature);
        Set<String> plain = PortalSources.bundle(feature, Language.ENGLISH).keySet().stream()
                .filter(key -> !CONSTANT.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).as("the texts that pages and classes name").isEqualTo(plain);
    }

    /** If one constant of an enumeration has a word, all have. */
    @ParameterizedTest
    @MethodSource("features")
    void eachConstantHasAWord(String feature) {
        Set<String> words = PortalSources.bundle(feature, Language.ENGLISH).keySet().stream()
                .filter(key -> CONSTANT.matcher(key).matches())
                .collect(Collectors.toSet());
        Set<String> types =
                words.stream().map(word -> word.substring(0, word.indexOf('_'))).collect(Collectors.toSet());

        assertThat(types.stream().flatMap(type -> PortalSources.constants(feature, type)))
                .containsExactlyInAnyOrderElementsOf(words);
    }

    /** Facelets drops white space at the end of a text before a component, so such a space has to be a value. */
    @Test
    void noPageLosesTheSpaceBeforeALink() {
        assertThat(PortalSources.files(PortalSources.PAGES, ".xhtml"))
                .allSatisfy(page -> assertThat(PortalSources.text(page))
                        .doesNotContainPattern("[^>\\s] +<[hp]:(link|commandLink|output)"));
    }

    /** The numbers of the values in a text. */
    private static Set<String> arguments(String text) {
        MessagePattern pattern = new MessagePattern(text);
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NUMBER)
                .map(pattern::getSubstring)
                .collect(Collectors.toSet());
    }

    private static Set<String> shown(String feature) {
        return Stream.concat(
                        PortalSources.files(PortalSources.PAGES, ".xhtml").stream(),
                        PortalSources.files(PortalSources.CLASSES, ".java").stream())
                .map(PortalSources::text)
                .flatMap(source -> Stream.of(PLAIN, NAMED)
                        .flatMap(pattern -> pattern.matcher(source).results())
                        .filter(match -> match.group(1).equals(feature))
                        .map(match -> match.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
