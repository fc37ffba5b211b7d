package dev.muster.domain.enrollment.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.Spreadsheet;
import dev.muster.domain.enrollment.TestColumn;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A spreadsheet changes a column, and repairs are applied to all of its cells. In the end each identifier is right or
 * still marked, whatever the change and the repairs were. Left out is only what no rule can see: zeros that were lost
 * under a scheme of any length, or in some rows of a list in which no other row has its check digit.
 */
class SpoiledColumnsPropertyTest {
    private static final int COLUMNS = 400;
    private static final int MOST_REPAIRS = 12;

    /** Reporting bodies that begin IMEIs (GSMA TS.06); a column has some of them. */
    private static final String[] BODIES = {"01", "01", "35", "35", "86", "99", "00", "49", "52"};

    private long seed;
    private Random random;

    @BeforeEach
    void seed() {
        seed = Long.getLong("muster.test.seed", System.nanoTime());
        random = new Random(seed);
        System.out.println("SpoiledColumnsPropertyTest with -Dmuster.test.seed=" + seed);
    }

    @ParameterizedTest
    @EnumSource(IdentifierScheme.class)
    void everyIdentifierIsRightOrMarked(IdentifierScheme scheme) {
        int mended = 0;
        for (int i = 0; i < COLUMNS; i++) {
            mended += check(scheme);
        }
        assertThat(mended).isGreaterThan(COLUMNS);
    }

    private int check(IdentifierScheme scheme) {
        String pattern = new String[] {"[0-9]{8}", "[A-Z]{2}-[0-9]{6}", "[0-9]{6,20}", ".+"}[random.nextInt(4)];
        IdentifierRules rules = IdentifierRules.of(scheme, pattern);
        List<String> right = right(scheme, pattern, 8 + random.nextInt(30));
        TestColumn column = TestColumn.of(rules, spoiled(right, scheme, pattern));
        List<String> before = column.identifiers();
        int mended = 0;
        for (int i = 0; i < MOST_REPAIRS; i++) {
            mended += random.nextBoolean() ? mendOne(column) : mendAll(column);
        }
        for (int row = 0; row < right.size(); row++) {
            if (column.fault(row) == null) {
                assertThat(rules.normalize(column.identifier(row)))
                        .as(
                                "seed %d, %s %s: %s of %s in %s",
                                seed, scheme, pattern, column.identifier(row), before.get(row), before)
                        .isEqualTo(rules.normalize(right.get(row)));
            }
        }
        return mended;
    }

    private int mendAll(TestColumn column) {
        Set<String> offered = new LinkedHashSet<>();
        for (int row = 0; row < column.size(); row++) {
            for (Repair repair : column.repairs(row)) {
                offered.add(column.fault(row) + " " + repair.kind());
            }
        }
        if (offered.isEmpty()) {
            return 0;
        }
        String[] chosen =
                List.copyOf(offered).get(random.nextInt(offered.size())).split(" ");
        return column.repairAll(CellFault.valueOf(chosen[0]), RepairKind.valueOf(chosen[1]));
    }

    private int mendOne(TestColumn column) {
        int row = random.nextInt(column.size());
        List<Repair> repairs = column.repairs(row);
        if (!repairs.isEmpty()) {
            column.edit(row, repairs.get(random.nextInt(repairs.size())).value());
        }
        return Math.min(1, repairs.size());
    }

    private List<String> spoiled(List<String> right, IdentifierScheme scheme, String pattern) {
        Spreadsheet first = Spreadsheet.any(random);
        Spreadsheet second = random.nextBoolean() ? Spreadsheet.NOTHING : Spreadsheet.any(random);
        int percent = random.nextBoolean() ? 100 : random.nextInt(100);
        int withoutCheckDigit = random.nextInt(3) == 0 ? random.nextInt(100) : 0;
        List<String> spoiled = new ArrayList<>();
        for (String identifier : right) {
            if (spoiled.isEmpty() && withoutCheckDigit > 0) {
                spoiled.add(identifier);
                continue;
            }
            boolean isCut = scheme == IdentifierScheme.IMEI && random.nextInt(100) < withoutCheckDigit;
            String text = isCut ? identifier.substring(0, 14) : identifier;
            if (random.nextInt(100) < percent) {
                text = spoil(text, first, scheme, pattern);
                text = spoil(text, second, scheme, pattern);
            }
            spoiled.add(text);
        }
        return spoiled;
    }

    private static String spoil(String text, Spreadsheet program, IdentifierScheme scheme, String pattern) {
        boolean anyLength = scheme == IdentifierScheme.ANY
                || scheme == IdentifierScheme.SERIAL && (pattern.equals(".+") || pattern.contains(","));
        boolean isSeen = !(anyLength && program.isUndetectable(text));
        return isSeen && text.length() > 2 ? program.spoil(text) : text;
    }

    private List<String> right(IdentifierScheme scheme, String pattern, int rows) {
        List<String> bodies = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> BODIES[random.nextInt(BODIES.length)])
                .toList();
        return IntStream.range(0, rows)
                .mapToObj(row -> switch (scheme) {
                    case IMEI -> imei(bodies.get(random.nextInt(bodies.size())));
                    case MAC -> mac();
                    case SERIAL -> serial(pattern);
                    case ANY -> serial(new String[] {"[A-Z]{2}-[0-9]{6}", "[0-9]{6,20}", "words"}[random.nextInt(3)]);
                })
                .toList();
    }

    private String imei(String body) {
        IdentifierRules rules = IdentifierRules.of(IdentifierScheme.IMEI);
        String fourteen = body + digits(12);
        return IntStream.range(0, 10)
                .mapToObj(digit -> fourteen + digit)
                .filter(imei -> rules.check(imei).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private String mac() {
        String hex = "%012X".formatted(random.nextLong() & 0xFFFFFFFFFFFFL);
        String separator = new String[] {"", ":", "-"}[random.nextInt(3)];
        return String.join(separator, hex.split("(?<=\\G..)"));
    }

    private String serial(String pattern) {
        return switch (pattern) {
            case "[0-9]{8}" ->
                digits(random.nextInt(4)).replaceAll(".", "0").concat(digits(8)).substring(0, 8);
            case "[0-9]{6,20}" -> digits(6 + random.nextInt(15));
            case "words" -> "Unit " + digits(3) + "a";
            default -> "AB-" + digits(6);
        };
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
