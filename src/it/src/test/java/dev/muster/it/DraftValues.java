package dev.muster.it;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Few values for each column, so that rows collide often: with each other, with enrollments 900 and 901, with rules. No row is
 * blank throughout, because a file skips such a line.
 */
final class DraftValues {

    private static final List<String> GOOD =
            LongStream.rangeClosed(1, 30).mapToObj(ImportFile::imei).toList();

    private static final List<String> SHORT =
            GOOD.stream().limit(5).map(imei -> imei.substring(0, 14)).toList();

    private static final List<String> ODD = List.of(
            "",
            "abc",
            GOOD.get(3).substring(1),
            GOOD.get(4).substring(0, 14) + "x",
            "3.52656E+14",
            "Α" + GOOD.get(1),
            ImportFile.imei(900),
            ImportFile.imei(901));

    private static final Map<String, List<String>> VALUES = Map.of(
            "uniqueIdentifier",
            Stream.of(GOOD, SHORT, ODD).flatMap(List::stream).toList(),
            "deviceName",
            Stream.concat(
                            Stream.of("", "taken", "Taken ", "a\nb", "x".repeat(256), "<b>&amp;</b>", "=1+1"),
                            Stream.iterate("a", name -> name + "A").limit(25))
                    .toList(),
            "deviceType",
            List.of("GATEWAY", "GATEWAY", "STANDALONE", "PERIPHERAL", "peripheral", "gatway", "lamp", "?"),
            "parentGateway",
            Stream.concat(
                            GOOD.stream().limit(8),
                            Stream.of("", "", "", "", "", SHORT.get(0), ImportFile.imei(900), ImportFile.imei(901)))
                    .toList());

    private DraftValues() {}

    static String any(Random random, String column) {
        List<String> values = VALUES.get(column);
        return values.get(random.nextInt(values.size()));
    }
}
