package dev.muster.domain.enrollment.row;

import static dev.muster.domain.enrollment.row.CellFault.CHECK_DIGIT;
import static dev.muster.domain.enrollment.row.CellFault.SCHEME_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.TestColumn;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a column says that one cell cannot. */
class IdentifierColumnTest {
    private static final IdentifierRules IMEIS = IdentifierRules.of(IdentifierScheme.IMEI);
    private static final IdentifierRules SERIALS = IdentifierRules.of(IdentifierScheme.SERIAL, "[0-9]{8}");

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 10, 1_000})
    void aListThatLostItsZerosThroughoutGetsThemBack(int rows) {
        List<String> whole = imeis("01345600", rows);
        TestColumn column = imeis(whole.stream().map(imei -> imei.substring(1)));

        assertThat(column.fault(0)).isEqualTo(CHECK_DIGIT);
        assertThat(column.told(rows - 1)).containsExactly("LEADING_ZERO " + whole.get(rows - 1));
        assertThat(column.repairAll(CHECK_DIGIT, RepairKind.LEADING_ZERO)).isEqualTo(rows);
        assertThat(column.identifiers()).isEqualTo(whole);
        assertThat(column.fault(0)).isNull();
    }

    /**
     * By chance the zero fits the only row of one list in ten, and both rows of one list in a hundred: too often to add a
     * digit, too seldom to accept the rows.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void ofOneOrTwoRowsNobodyKnows(int rows) {
        TestColumn column = imeis(imeis("01345600", rows).stream().map(imei -> imei.substring(1)));

        assertThat(column.fault(0)).isEqualTo(CHECK_DIGIT);
        assertThat(column.repairs(0)).isEmpty();
    }

    @Test
    void mendingOneAfterTheOtherEndsWithAllOfThem() {
        List<String> whole = imeis("01345600", 10);
        TestColumn column = imeis(whole.stream().map(imei -> imei.substring(1)));
        for (int row = 0; row < whole.size(); row++) {
            assertThat(column.told(row)).containsExactly("LEADING_ZERO " + whole.get(row));
            column.edit(row, whole.get(row));
        }
        assertThat(column.fault(9)).isNull();
    }

    @Test
    void aWrongDigitAmongThemKeepsTheOthersMarkedUntilItIsGone() {
        List<String> whole = imeis("01345600", 10);
        TestColumn column = imeis(whole.stream().map(imei -> imei.substring(1)));
        column.edit(3, "13456000000133");

        assertThat(IntStream.range(0, 10).mapToObj(column::fault)).containsOnly(CHECK_DIGIT);
        assertThat(IntStream.range(0, 10).mapToObj(column::repairs)).containsOnly(List.of());
        column.delete(3);
        assertThat(column.told(3)).containsExactly("LEADING_ZERO " + whole.get(4));
    }

    @Test
    void aListWithoutCheckDigitsIsTakenAlthoughAZeroFitsSome() {
        TestColumn column = imeis(withoutCheckDigits(59));

        assertThat(IntStream.range(0, 59).mapToObj(column::fault)).containsOnlyNulls();
    }

    @Test
    void amongFullOnesTheCheckDigitIsMissing() {
        TestColumn column = imeis(Stream.concat(Stream.of("356938300000008"), withoutCheckDigits(59)));

        assertThat(column.fault(0)).isNull();
        for (int row = 1; row < 60; row++) {
            assertThat(column.repairs(row)).extracting(Repair::kind).containsExactly(RepairKind.CHECK_DIGIT);
        }
        assertThat(column.repairAll(CHECK_DIGIT, RepairKind.LEADING_ZERO)).isZero();
        assertThat(column.repairAll(CHECK_DIGIT, RepairKind.CHECK_DIGIT)).isEqualTo(59);
        assertThat(IntStream.range(0, 60).mapToObj(column::fault)).containsOnlyNulls();
    }

    @Test
    void whatIsLeftOfItAtTheEndIsStillJudgedByAll() {
        TestColumn column = imeis(Stream.concat(Stream.of("356938300000008"), withoutCheckDigits(59)));
        for (int row = column.size() - 1; row > 0; row--) {
            if (!IMEIS.fitsWithZero(column.identifier(row))) {
                column.edit(row, column.repairs(row).get(0).value());
            }
        }
        List<Integer> left = IntStream.range(0, 60)
                .filter(row -> column.fault(row) != null)
                .boxed()
                .toList();

        assertThat(left).hasSize(6);
        assertThat(left)
                .allSatisfy(row -> assertThat(column.repairs(row))
                        .extracting(Repair::kind)
                        .containsExactly(RepairKind.CHECK_DIGIT));
    }

    /** Devices of two makers: those with 01 lost a zero, a few others lost their check digit. */
    @Test
    void ofTwoKindsOfDamageNoneIsMendedByTheOther() {
        List<String> column = new ArrayList<>(imeis("35693830", 20));
        imeis("01345600", 5).forEach(imei -> column.add(imei.substring(1)));
        imeis("35693830", 25).subList(20, 25).forEach(imei -> column.add(imei.substring(0, 14)));
        TestColumn mixed = TestColumn.of(IMEIS, column);

        for (int row = 20; row < 25; row++) {
            assertThat(mixed.fault(row)).isEqualTo(CHECK_DIGIT);
            assertThat(mixed.repairs(row)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // 01 is a reporting body, 1 is none
        "10170090048108, LEADING_ZERO 010170090048108",
        "35693830000001, CHECK_DIGIT 356938300000016",
        // by chance a zero fits; others that begin with 35 have 15 digits
        "35693830000007, CHECK_DIGIT 356938300000073",
        // nobody knows whether by chance
        "49015420000003,",
        "49015420000000, CHECK_DIGIT 490154200000000"
    })
    void oneAmongFullOnes(String entered, String repair) {
        TestColumn column = imeis(Stream.concat(imeis("35693830", 10).stream(), Stream.of(entered)));

        assertThat(column.fault(10)).isEqualTo(CHECK_DIGIT);
        assertThat(column.told(10)).isEqualTo(repair == null ? List.of() : List.of(repair));
    }

    @Test
    void serialNumbersGetTheZerosThatMakeThemFit() {
        TestColumn column = TestColumn.of(SERIALS, List.of("7", "1241", "2475", "1241.0", "00000001x"));

        assertThat(column.told(0)).containsExactly("LEADING_ZERO 00000007");
        assertThat(column.told(1)).containsExactly("LEADING_ZERO 00001241");
        assertThat(column.told(3)).containsExactly("LEADING_ZERO 00001241");
        assertThat(column.told(4)).isEmpty();
        assertThat(column.repairAll(SCHEME_MISMATCH, RepairKind.LEADING_ZERO)).isEqualTo(4);
    }

    /** Longer numbers show that the column was not cut at this width. */
    @Test
    void rightSerialNumbersShowThatTheOthersWereNotCut() {
        IdentifierRules ten = IdentifierRules.of(IdentifierScheme.SERIAL, "[0-9]{10}");
        TestColumn column = TestColumn.of(ten, List.of("4711000815", "123456789", "123456788"));

        assertThat(column.told(1)).containsExactly("LEADING_ZERO 0123456789");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                // two counts of zeros fit
                "[0-9]{6,8} 7,1241",
                // cut at one width
                "[0-9]{20} 894450010219831,894450010219832,894450010219833",
                // a row that kept its zeros
                "[0-9]{8} 7,1241,00000012",
                "[0-9]{8} 7,1241,0000012",
                // more digits than there are
                "[0-9]{4} 12345,7654321",
                // no digits
                "[0-9]{8} 12A,7-1",
                // zeros do not come before letters
                "SN[0-9]{4} 7,1241"
            })
    void aGuessIsNotOffered(String pattern, String identifiers) {
        TestColumn column =
                TestColumn.of(IdentifierRules.of(IdentifierScheme.SERIAL, pattern), List.of(identifiers.split(",")));

        assertThat(column.fault(0)).isEqualTo(SCHEME_MISMATCH);
        assertThat(column.repairs(0)).isEmpty();
        assertThat(column.repairs(1)).isEmpty();
    }

    private static TestColumn imeis(Stream<String> identifiers) {
        return TestColumn.of(IMEIS, identifiers.toList());
    }

    private static Stream<String> withoutCheckDigits(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("35693830%06d"::formatted);
    }

    private static List<String> imeis(String allocation, int count) {
        return IntStream.range(0, count)
                .mapToObj(serial -> full(allocation + "%06d".formatted(serial)))
                .toList();
    }

    private static String full(String fourteen) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> fourteen + digit)
                .filter(imei -> IMEIS.check(imei).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
