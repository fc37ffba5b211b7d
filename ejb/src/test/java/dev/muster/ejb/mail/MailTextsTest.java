package dev.muster.ejb.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.shared.Language;
import java.net.URI;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bundle of the mails is the same in all languages, and values of users stay what they are. */
class MailTextsTest {

    private static final MailAddress TO = new MailAddress("vera@example.com");

    private static final URI LINK = URI.create("https://muster.example:8181/link.xhtml#secret");

    private static final ResourceBundle ENGLISH_BUNDLE = bundle(Language.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void eachLanguageHasTheSameTexts(Language language) {
        ResourceBundle bundle = bundle(language);

        assertThat(bundle.getLocale().getLanguage()).isEqualTo(language.tag());
        assertThat(bundle.keySet()).isEqualTo(ENGLISH_BUNDLE.keySet()).allSatisfy(key -> {
            assertThat(bundle.getString(key)).as(key).isNotBlank();
            assertThat(arguments(bundle, key)).as(key).isEqualTo(arguments(ENGLISH_BUNDLE, key));
        });
    }

    /** A subject is a field of the head: one line, and nothing that a user has entered. */
    @ParameterizedTest
    @EnumSource
    void aSubjectHasNoValueAndIsOneLine(Language language) {
        ResourceBundle bundle = bundle(language);

        assertThat(bundle.keySet())
                .filteredOn(key -> key.endsWith(".subject"))
                .isNotEmpty()
                .allSatisfy(key -> {
                    assertThat(arguments(bundle, key)).as(key).isEmpty();
                    assertThat(bundle.getString(key)).as(key).doesNotContainPattern("\\R");
                });
    }

    @ParameterizedTest
    @EnumSource
    void aNameStaysOnItsLine(Language language) {
        OutgoingMail mail =
                new MailTexts(language).mail(TO, "password", "vera\r\nBcc: eve@example.com\u2028\u202EX", LINK);

        assertThat(mail.text()).contains("vera Bcc: eve@example.com X").doesNotContain("\r", "\u2028", "\u202E");
        assertThat(mail.subject()).doesNotContain("vera", "Bcc");
    }

    @ParameterizedTest
    @EnumSource
    void aLinkIsALineWithNothingElse(Language language) {
        assertThat(new MailTexts(language)
                        .mail(TO, "confirmation", "vera", LINK)
                        .text()
                        .lines())
                .contains(LINK.toString());
    }

    @Test
    void anArabicLineBeginsFromTheRightAndItsNamesKeepTheirDirection() {
        String text = new MailTexts(Language.ARABIC)
                .mail(TO, "formerAddress", "vera (2)")
                .text();

        assertThat(text.lines())
                .filteredOn(line -> !line.isEmpty())
                .hasSize(2)
                .allMatch(line -> line.startsWith("\u200F"));
        assertThat(text).contains("«\u2068vera (2)\u2069»");
    }

    @Test
    void anArabicNameDoesNotTurnAnEnglishLine() {
        String line = new MailTexts(Language.ENGLISH).of("notices.before", "أسطول", 3);

        assertThat(line).startsWith("\u200EYour organization \u2068أسطول\u2069 has 3 unread notices in Muster:");
    }

    @Test
    void anEnglishTextHasNoMarks() {
        assertThat(new MailTexts(Language.ENGLISH).of("notices.suspended", "Maker"))
                .isEqualTo("- Maker is suspended.\n");
    }

    @Test
    void numbersHaveThePluralsAndDigitsOfTheLanguage() {
        MailTexts arabic = new MailTexts(Language.ARABIC);

        assertThat(arabic.of("notices.before", "x", 2)).contains("إشعاران غير مقروءين");
        assertThat(arabic.of("notices.before", "x", 3)).contains("3 إشعارات");
        assertThat(arabic.of("notices.before", "x", 12)).contains("12 إشعارًا");
        assertThat(new MailTexts(Language.GERMAN).of("notices.before", "x", 1200))
                .contains("1.200 ungelesene Mitteilungen");
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle("dev.muster.ejb.mail.Mails", language.locale());
    }

    private static Set<String> arguments(ResourceBundle bundle, String key) {
        MessagePattern pattern = new MessagePattern(bundle.getString(key));
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NUMBER)
                .map(pattern::getSubstring)
                .collect(Collectors.toSet());
    }
}
