package dev.muster.web.shared.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import dev.muster.domain.shared.Language;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One entry of a {@link SentenceCatalogue}: an English sentence with values, and its translation. It compares literal texts from left to
 * right, without regular expressions, so a text of {@code n} characters takes at most {@code n} steps for each value.
 */
final class SentencePattern {

    private static final Pattern VALUE = Pattern.compile("\\{\\d+}");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,5}");

    private static final Set<ArgType> NEEDS_NUMBER = EnumSet.of(ArgType.PLURAL, ArgType.SELECTORDINAL, ArgType.SIMPLE);

    private final List<String> literals;
    private final String translation;
    private final Language language;
    private final Map<Integer, ArgType> kinds;

    /**
     * @param english with {@code {0}}, {@code {1}} and so on, in this order
     * @param translation by the rules of ICU's {@code MessageFormat}
     */
    SentencePattern(String english, String translation, Language language) {
        this.literals = List.of(VALUE.split(english, -1));
        this.translation = translation;
        this.language = language;
        this.kinds = kinds(new MessagePattern(translation));
    }

    private static Map<Integer, ArgType> kinds(MessagePattern pattern) {
        Map<Integer, ArgType> kinds = new TreeMap<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            Part part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_START) {
                kinds.merge(pattern.getPart(i + 1).getValue(), part.getArgType(), SentencePattern::stricter);
            }
        }
        return kinds;
    }

    private static ArgType stricter(ArgType one, ArgType other) {
        return one == ArgType.NONE ? other : one;
    }

    /** Whether it has no values. */
    boolean isPlain() {
        return literals.size() == 1;
    }

    /** Whether it is no whole sentence, but a part of one. */
    boolean isPart() {
        String end = literals.getLast();
        return end.isEmpty() || ".?!".indexOf(end.charAt(end.length() - 1)) < 0;
    }

    /** How exact it is: the number of its characters without values. */
    int weight() {
        return literals.stream().mapToInt(String::length).sum();
    }

    /**
     * The translation of a text.
     *
     * @param words translates a value, or returns it as it is
     * @return null if the text is another sentence
     */
    String translate(String text, UnaryOperator<String> words) {
        List<String> values = values(text);
        if (values == null) {
            return null;
        }
        Object[] arguments = new Object[values.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(values.get(i), kinds.getOrDefault(i, ArgType.NONE), words);
            if (arguments[i] == null) {
                return null;
            }
        }
        return isPlain() ? translation : new MessageFormat(translation, language.formats()).format(arguments);
    }

    private Object argument(String value, ArgType kind, UnaryOperator<String> words) {
        boolean isNumber = NUMBER.matcher(value).matches();
        if (NEEDS_NUMBER.contains(kind)) {
            return isNumber ? number(value) : null;
        }
        if (kind == ArgType.SELECT || isNumber && value.indexOf(',') < 0) {
            return value;
        }
        return isNumber ? number(value) : word(value, words);
    }

    private static Long number(String value) {
        return Long.valueOf(value.replace(",", ""));
    }

    /** From right to left, a value that stays as it is must not turn the order of the words around it (UAX #9, FSI and PDI). */
    private String word(String value, UnaryOperator<String> words) {
        String word = words.apply(value);
        return word.equals(value) && language.direction().equals("rtl") ? "\u2068" + value + "\u2069" : word;
    }

    /** Each value is as short as possible. Null if the literal texts are not there. */
    private List<String> values(String text) {
        String end = literals.getLast();
        if (isPlain()) {
            return text.equals(end) ? List.of() : null;
        }
        if (!text.startsWith(literals.getFirst()) || !text.endsWith(end)) {
            return null;
        }
        List<String> values = new ArrayList<>();
        int from = literals.getFirst().length();
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int at = text.indexOf(literal, from + 1);
            if (at < 0) {
                return null;
            }
            values.add(text.substring(from, at));
            from = at + literal.length();
        }
        if (from >= text.length() - end.length()) {
            return null;
        }
        values.add(text.substring(from, text.length() - end.length()));
        return values;
    }
}
