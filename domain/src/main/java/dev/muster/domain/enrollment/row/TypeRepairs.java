package dev.muster.domain.enrollment.row;

import dev.muster.domain.device.DeviceType;
import dev.muster.domain.enrollment.cell.PlainLetters;
import dev.muster.domain.shared.EnteredText;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Proposes the device type that a misspelled type means. An import never guesses, because a wrong type would become a
 * wrong device; but a person may be asked.
 */
final class TypeRepairs {
    /** Typing errors: a person may swap two letters, or miss two. */
    private static final int MOST_SLIPS = 2;

    private TypeRepairs() {}

    static List<Repair> proposals(String entered) {
        String letters = PlainLetters.of(EnteredText.folded(entered)).replaceAll("[^A-Z]", "");
        List<Repair> same = meant(type -> type.equals(letters));
        List<Repair> near = same.isEmpty() ? meant(type -> isNear(type, letters)) : same;
        return near.size() == 1 ? near : List.of();
    }

    private static List<Repair> meant(Predicate<String> match) {
        return Arrays.stream(DeviceType.values())
                .map(DeviceType::name)
                .filter(match)
                .map(type -> new Repair(RepairKind.MEANT_TYPE, type))
                .toList();
    }

    /** The Levenshtein distance, calculated row by row of its table. */
    private static boolean isNear(String type, String letters) {
        if (Math.abs(type.length() - letters.length()) > MOST_SLIPS) {
            return false;
        }
        int[] row = new int[letters.length() + 1];
        Arrays.setAll(row, i -> i);
        for (char c : type.toCharArray()) {
            row = next(row, c, letters);
        }
        return row[letters.length()] <= MOST_SLIPS;
    }

    private static int[] next(int[] above, char c, String letters) {
        int[] row = new int[above.length];
        row[0] = above[0] + 1;
        for (int i = 1; i < row.length; i++) {
            int replaced = above[i - 1] + (letters.charAt(i - 1) == c ? 0 : 1);
            row[i] = Math.min(replaced, Math.min(above[i], row[i - 1]) + 1);
        }
        return row;
    }
}
