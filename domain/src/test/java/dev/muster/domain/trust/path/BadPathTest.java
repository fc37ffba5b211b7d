package dev.muster.domain.trust.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All tests of bad chains together. */
class BadPathTest {

    /** Each fault has a chain, except PATH, which is for unexpected faults. */
    @Test
    void everyFaultHasItsChain() {
        Set<PathFault> seen = EnumSet.of(PathFault.PATH);
        Stream.of(
                        BadEncodingTest.cases(),
                        BadFieldTest.cases(),
                        BadSignatureTest.cases(),
                        BadExtensionTest.cases(),
                        BadLinkTest.cases(),
                        BadAuthorityTest.cases(),
                        BadNameConstraintTest.cases())
                .flatMap(cases -> cases)
                .forEach(bad -> seen.add(bad.fault()));
        assertThat(seen).containsExactlyInAnyOrder(PathFault.values());
    }
}
