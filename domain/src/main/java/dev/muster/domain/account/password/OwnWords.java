package dev.muster.domain.account.password;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words that somebody who attacks one user tries first: the user's name, the names of the tenants, the product, the
 * host. They count for nothing in a password, whatever stands between their letters. A word counts from four characters
 * with a letter; a shorter word is in too many other words.
 */
public final class OwnWords {

    private static final int SHORTEST = 4;

    private static final String PRODUCT = "muster";

    /** What a word is in words, by the word in its {@link #bare} form. */
    private final Map<String, String> words = new LinkedHashMap<>();

    private OwnWords() {}

    /**
     * @param username as entered
     * @param tenants the names of the user's organizations and manufacturers
     * @param host of the public address; null if it is not known
     */
    public static OwnWords of(String username, List<String> tenants, @Nullable String host) {
        OwnWords own = new OwnWords();
        own.add("the product's name", PRODUCT);
        own.addName("the user's name", username);
        tenants.forEach(name -> own.addName("the name of the user's organization or manufacturer", name));
        if (host != null) {
            own.addHost(host);
        }
        return own;
    }

    /** The letters and digits of a password that belong to none of these words, in lower case. */
    public String without(String password) {
        String rest = bare(password);
        for (String word : longestFirst()) {
            rest = rest.replace(word, "");
        }
        return rest;
    }

    /** Which words the password contains, such as "the user's name"; empty if it contains none. */
    public Optional<String> in(String password) {
        String text = bare(password);
        return longestFirst().stream().filter(text::contains).map(words::get).findFirst();
    }

    private List<String> longestFirst() {
        return words.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The name as a whole, and each word of it. */
    private void addName(String what, String name) {
        List<String> parts = new ArrayList<>(List.of(name));
        parts.addAll(List.of(name.split("[^\\p{L}\\p{N}]+")));
        parts.forEach(part -> add(what, part));
    }

    /** The last label of a host, such as {@code com}, is nobody's own word. */
    private void addHost(String host) {
        int end = host.lastIndexOf('.');
        addName("the server's name", end < 0 ? host : host.substring(0, end));
    }

    private void add(String what, String word) {
        String bare = bare(word);
        if (bare.length() >= SHORTEST && bare.chars().anyMatch(Character::isLetter)) {
            words.putIfAbsent(bare, what);
        }
    }

    /** Letters and digits only, in lower case. */
    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
