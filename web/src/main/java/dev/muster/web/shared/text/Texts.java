package dev.muster.web.shared.text;

import com.ibm.icu.text.MessageFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;

/**
 * The texts of the portal in the language of the request. Each feature has a bundle {@code dev.muster.web.<feature>.Texts}. A page
 * reads a plain text from the bundle's variable ({@code #{accountText.save}}), and a text with values through {@link #of}.
 */
@Named("texts")
@ApplicationScoped
public class Texts {

    private final Supplier<Language> language;

    /** For the proxy; answers in English. */
    public Texts() {
        this(() -> Language.ENGLISH);
    }

    @Inject
    public Texts(PortalLanguage language) {
        this(language::get);
    }

    Texts(Supplier<Language> language) {
        this.language = language;
    }

    /** The texts for a class that the container makes without injection. Without a container, as in a test, they are in English. */
    public static Texts current() {
        try {
            return CDI.current().select(Texts.class).get();
        } catch (IllegalStateException noContainer) {
            return new Texts(() -> Language.ENGLISH);
        }
    }

    public Language language() {
        return language.get();
    }

    /**
     * A text with its values.
     *
     * @param name feature and key, such as {@code account.sessionsFound}
     * @param values for {@code {0}}, {@code {1}} and so on, by the rules of ICU's {@code MessageFormat}: numbers have the
     *     separators and plurals of the language
     */
    public String of(String name, Object... values) {
        return in(language.get(), name, values);
    }

    /**
     * The word for a constant, from the bundle of its feature: {@code ImportStatus.DRAFT} of {@code domain.enrollment} has the key {@code
     * ImportStatus_DRAFT} there. An enumeration inside another class has only its own name.
     */
    public String word(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        return of(feature(type) + "." + type.getSimpleName() + "_" + constant.name());
    }

    /**
     * A text that {@code domain} or {@code ejb} has made in English, such as the detail of a {@code ProblemException}. It is only
     * translated if {@link SentenceCatalogue} has it.
     */
    public String sentence(String english) {
        return SentenceCatalogue.of(language.get()).translate(english);
    }

    /** The feature of a class: the part of its package after the module. */
    private static String feature(Class<?> type) {
        return type.getPackageName().split("\\.")[3];
    }

    /** As {@link #of}, in one language. */
    public static String in(Language language, String name, Object... values) {
        String pattern = pattern(name, language.locale());
        return values.length == 0 ? pattern : new MessageFormat(pattern, language.formats()).format(values);
    }

    /** @throws java.util.MissingResourceException if there is no such text; {@code TextsTest} finds such a name in the code */
    private static String pattern(String name, Locale locale) {
        int dot = name.indexOf('.');
        String bundle = "dev.muster.web." + name.substring(0, dot) + ".Texts";
        return ResourceBundle.getBundle(bundle, locale, Texts.class.getClassLoader())
                .getString(name.substring(dot + 1));
    }
}
