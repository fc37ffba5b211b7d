package dev.muster.web.shared.text;

import dev.muster.domain.shared.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The sentences that {@code domain} and {@code ejb} make in English, in another language. The API says them as they are. A page shows
 * their translation, found by the English pattern. A text that is not in the catalogue stays English.
 *
 * <p>Immutable, and safe for any number of threads.
 */
final class SentenceCatalogue {

    /** A longer text is no sentence of ours. */
    static final int MAX_LENGTH = 2_000;

    private static final int MAX_SENTENCES = 40;

    /** A value has a value in it, such as the count in "the deletion of 3 rows". */
    private static final int MAX_DEPTH = 3;

    private static final Pattern AFTER_SENTENCE = Pattern.compile("(?<=[.?!]) ");

    private static final Map<Language, SentenceCatalogue> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new SentenceCatalogue(language, entries(language)));
        }
    }

    private final Map<String, String> plain = new HashMap<>();

    /** The most exact pattern first. */
    private final List<SentencePattern> patterns = new ArrayList<>();

    private SentenceCatalogue(Language language, Map<String, String> entries) {
        entries.forEach((english, translation) -> add(english, translation, language));
        patterns.sort(Comparator.comparingInt(SentencePattern::weight).reversed());
    }

    static SentenceCatalogue of(Language language) {
        return ALL.get(language);
    }

    /** The entries of a language as its file has them; empty for English. */
    static Map<String, String> entries(Language language) {
        if (language == Language.ENGLISH) {
            return Map.of();
        }
        Properties texts = new Properties();
        try (InputStream file = SentenceCatalogue.class.getResourceAsStream("Sentences_" + language.tag() + ".xml")) {
            texts.loadFromXML(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> entries = new HashMap<>();
        texts.forEach((english, translation) -> entries.put((String) english, (String) translation));
        return entries;
    }

    private void add(String english, String translation, Language language) {
        SentencePattern pattern = new SentencePattern(english, translation, language);
        if (pattern.isPlain()) {
            plain.put(lowerFirst(english), translation);
        } else {
            patterns.add(pattern);
        }
    }

    /** Translates each sentence of a text that the catalogue has. */
    String translate(String english) {
        if (plain.isEmpty() || english.length() > MAX_LENGTH) {
            return english;
        }
        String[] sentences = AFTER_SENTENCE.split(english, -1);
        return sentences.length > MAX_SENTENCES ? english : best(sentences);
    }

    /** Of all ways to join sentences to entries, the way in which the most characters are those of entries. */
    private String best(String[] sentences) {
        Found[] best = new Found[sentences.length + 1];
        best[sentences.length] = Found.NOTHING;
        for (int i = sentences.length - 1; i >= 0; i--) {
            best[i] = new Found(sentences[i], 0).before(best[i + 1]);
            String entry = "";
            for (int j = i; j < sentences.length; j++) {
                entry = j == i ? sentences[i] : entry + " " + sentences[j];
                Found found = find(entry, false, 0);
                if (found != null && found.weight + best[j + 1].weight >= best[i].weight) {
                    best[i] = found.before(best[j + 1]);
                }
            }
        }
        return best[0].text;
    }

    /** Null if there is no such entry. */
    private Found find(String text, boolean isPart, int depth) {
        String exact = plain.get(lowerFirst(text));
        if (exact != null) {
            return new Found(exact, text.length());
        }
        for (SentencePattern pattern : patterns) {
            if (!isPart || pattern.isPart()) {
                String translation = pattern.translate(text, value -> word(value, depth + 1));
                if (translation != null) {
                    return new Found(translation, pattern.weight());
                }
            }
        }
        return null;
    }

    /** A value in a sentence: a word of ours such as "device type" is translated, everything else stays. */
    private String word(String value, int depth) {
        Found found = depth > MAX_DEPTH ? null : find(value, true, depth);
        return found == null ? value : found.text;
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private record Found(String text, int weight) {

        private static final Found NOTHING = new Found("", 0);

        Found before(Found rest) {
            return rest == NOTHING ? this : new Found(text + " " + rest.text, weight + rest.weight);
        }
    }
}
