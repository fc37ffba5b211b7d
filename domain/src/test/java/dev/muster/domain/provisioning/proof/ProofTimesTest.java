package dev.muster.domain.provisioning.proof;

import static dev.muster.domain.provisioning.proof.ProofFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.json.MalformedRequestException;
import dev.muster.domain.shared.json.StrictJson;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NOW is 1772359200. */
class ProofTimesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "fresh",
            value = {
                "1772359200, 1772359201, fresh",
                "1772359200, 1772359500, fresh",
                "1772359200.5, 1772359500.5, fresh",
                "1772358600.5, 1772358900.5, fresh",
                "1772359500, 1772359800, fresh",
                "1772359200, 1772359501, WRONG_LIFETIME",
                "1772359200, 1772359500.000000001, WRONG_LIFETIME",
                "1772359200, 1772359200, WRONG_LIFETIME",
                "1772359200, 1772359199, WRONG_LIFETIME",
                "0, 253402300799, WRONG_LIFETIME",
                "1772359501, 1772359600, NOT_YET_VALID",
                "1772358600, 1772358900, EXPIRED",
                "0, 1, EXPIRED"
            })
    void aProofIsFreshOrNot(String iat, String exp, ProofRejection expected) throws Exception {
        assertThat(times("{\"iat\":" + iat + ",\"exp\":" + exp + "}")
                        .orElseThrow()
                        .check(NOW))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1772359300\"",
                "null",
                "true",
                "[1772359300]",
                "{}",
                "-1",
                "-1772359300",
                "253402300800",
                "1e12",
                "1.7723593e9",
                "1772359300e0",
                "1772359300E+0",
                "1772359300000000000000000",
                "1e308",
                "1e999999999",
                "1e-999999999",
                "1.0000000001",
                "9223372036854775808"
            })
    @Timeout(2)
    void whatIsNoTimeIsRefusedInEveryPlace(String value) throws Exception {
        assertThat(timesOrNothing("{\"iat\":" + value + ",\"exp\":1772359300}")).isEmpty();
        assertThat(timesOrNothing("{\"iat\":1772359200,\"exp\":" + value + "}")).isEmpty();
        assertThat(timesOrNothing("{\"iat\":1772359200,\"exp\":1772359300,\"nbf\":" + value + "}"))
                .isEmpty();
    }

    @Test
    void bothTimesAreNeeded() throws Exception {
        assertThat(times("{\"iat\":1772359200}")).isEmpty();
        assertThat(times("{\"exp\":1772359200}")).isEmpty();
        assertThat(times("{\"nonce\":\"abc\"}")).isEmpty();
    }

    @Test
    void notBeforeIsHeeded() throws Exception {
        long late = NOW.plus(Duration.ofSeconds(301)).getEpochSecond();
        assertThat(times("{\"iat\":1772359200,\"exp\":1772359300,\"nbf\":" + late + "}")
                        .orElseThrow()
                        .check(NOW))
                .contains(ProofRejection.NOT_YET_VALID);
    }

    /** A timestamp of 0 that comes here is a time like any other: the start of 1970. */
    @ParameterizedTest
    @CsvSource({"-1, UNUSABLE_TIMES", "0, EXPIRED", "253402300799, NOT_YET_VALID", "253402300800, UNUSABLE_TIMES"})
    void theTimeOfABareSignatureIsFrom1970To9999(BigInteger seconds, ProofRejection expected) {
        assertThat(ProofTimes.checkMoment(seconds, NOW)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1772272800000, TIMES_NOT_IN_SECONDS",
        "1772272799999, UNUSABLE_TIMES",
        "1772445600000, TIMES_NOT_IN_SECONDS",
        "1772445600001, UNUSABLE_TIMES"
    })
    void aTimeInMillisecondsIsRecognizedWithinADay(BigInteger time, ProofRejection expected) throws Exception {
        JsonObject claims = StrictJson.object(("{\"iat\":" + time + "}").getBytes(StandardCharsets.UTF_8));
        assertThat(ProofTimes.checkMoment(time, NOW)).contains(expected);
        assertThat(ProofTimes.unusable(claims, NOW)).isEqualTo(expected);
    }

    private static Optional<ProofTimes> times(String json) throws MalformedRequestException {
        return ProofTimes.of(StrictJson.object(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** A number that cannot be read is not a time either. */
    private static Optional<ProofTimes> timesOrNothing(String json) {
        try {
            return times(json);
        } catch (MalformedRequestException e) {
            return Optional.empty();
        }
    }
}
