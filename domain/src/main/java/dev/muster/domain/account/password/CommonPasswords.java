package dev.muster.domain.account.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The 10,000 passwords that people use most (SecLists, "10-million-password-list-top-10000", in lower case). A guesser
 * tries them first, and then with digits behind them or twice in a row, so these forms count as well.
 */
public final class CommonPasswords {

    private static final String LIST = "common-passwords.txt";

    private static final Set<String> ALL = read();

    private CommonPasswords() {}

    /** Whether it is on the list, also in another case, with digits and signs at its end, or repeated. */
    public static boolean contains(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        String word = lower.replaceAll("[^\\p{L}]+$", "");
        return ALL.contains(lower) || ALL.contains(word) || isRepeated(lower) || isRepeated(word);
    }

    private static boolean isRepeated(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            String part = text.substring(0, length);
            if (text.length() % length == 0 && ALL.contains(part) && text.equals(part.repeat(text.length() / length))) {
                return true;
            }
        }
        return false;
    }

    /** How many different passwords the list has. */
    static int size() {
        return ALL.size();
    }

    private static Set<String> read() {
        InputStream file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
