package dev.muster.ejb.mail;

import com.ibm.icu.text.MessageFormat;
import dev.muster.domain.mail.MailAddress;
import dev.muster.domain.mail.OutgoingMail;
import dev.muster.domain.shared.Language;
import java.text.Bidi;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of mails in one language, from the bundle {@code Mails}.
 *
 * <p>A mail is plain text, so characters have to say its direction (Unicode Standard Annex 9). A line with letters that
 * are written from right to left begins with the mark of the language. A name keeps its own direction, and stays on its
 * line.
 */
public final class MailTexts {

    private static final String BUNDLE = "dev.muster.ejb.mail.Mails";

    /** What would begin another line, or change the direction of the text after a name. */
    private static final Pattern DISORDERLY =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final String LEFT_TO_RIGHT_MARK = "\u200E";

    private static final String RIGHT_TO_LEFT_MARK = "\u200F";

    private static final String FIRST_STRONG_ISOLATE = "\u2068";

    private static final String POP_DIRECTIONAL_ISOLATE = "\u2069";

    private final Language language;

    private final boolean isRightToLeft;

    public MailTexts(Language language) {
        this.language = language;
        this.isRightToLeft = "rtl".equals(language.direction());
    }

    /**
     * A mail whose texts are {@code <name>.subject} and {@code <name>.text}.
     *
     * @param values of the text, as for {@link #of}; the subject has none
     */
    public OutgoingMail mail(MailAddress to, String name, Object... values) {
        return new OutgoingMail(to, subject(name), of(name + ".text", values));
    }

    public String subject(String name) {
        return pattern(name + ".subject");
    }

    /**
     * A text of whole lines.
     *
     * @param values for {@code {0}}, {@code {1}} and so on, by the rules of ICU's {@code MessageFormat}. A {@code String}
     *     is a name. A link is a {@code URI}: no character is added to it
     */
    public String of(String key, Object... values) {
        Object[] shown = Stream.of(values)
                .map(value -> value instanceof String name ? named(name) : value)
                .toArray();
        String text = new MessageFormat(pattern(key), language.formats()).format(shown);
        return Stream.of(text.split("\n", -1)).map(this::directed).collect(Collectors.joining("\n"));
    }

    private String named(String name) {
        String line = DISORDERLY.matcher(name).replaceAll(" ");
        return isRightToLeft || hasRightToLeft(line) ? FIRST_STRONG_ISOLATE + line + POP_DIRECTIONAL_ISOLATE : line;
    }

    private String directed(String line) {
        if (!hasRightToLeft(line)) {
            return line;
        }
        return (isRightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK) + line;
    }

    private static boolean hasRightToLeft(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    private String pattern(String key) {
        return ResourceBundle.getBundle(BUNDLE, language.locale(), MailTexts.class.getClassLoader())
                .getString(key);
    }
}
