package dev.muster.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionIdsTest {

    private static final int COUNT = 2_000;

    private static final int BITS = 160;

    /** OWASP ASVS 5, 7.2.3, asks for 128 random bits. */
    @Test
    void eachIdHas160BitsAndEachBitIsSetHalfOfTheTime() {
        SessionIds ids = new SessionIds();
        List<String> made = Stream.generate(ids::generateUuid).limit(COUNT).toList();

        assertThat(made).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{40}"));
        for (int bit = 0; bit < BITS; bit++) {
            int place = bit;
            long set = made.stream()
                    .filter(id -> new BigInteger(id, 16).testBit(place))
                    .count();
            // eight standard deviations
            assertThat(set).as("bit " + bit).isBetween(COUNT / 2L - 180, COUNT / 2L + 180);
        }
    }

    @Test
    void anIdTellsNothingAboutItsSession() {
        Object session = new Object();
        SessionIds ids = new SessionIds();
        assertThat(ids.generateUuid(session)).hasSize(40).isNotEqualTo(ids.generateUuid(session));
    }
}
