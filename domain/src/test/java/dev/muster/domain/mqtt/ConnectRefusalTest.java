package dev.muster.domain.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.provisioning.attempt.AttemptOutcome;
import dev.muster.domain.shared.ProblemCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of refusals in mqtt.md. */
class ConnectRefusalTest {

    /** What only HTTP, people, telemetry or imports meet. */
    private static final Set<ProblemCode> NEVER_MET = EnumSet.of(
            ProblemCode.HTTPS_REQUIRED,
            ProblemCode.LENGTH_REQUIRED,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            ProblemCode.METHOD_NOT_ALLOWED,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.INVALID_TELEMETRY,
            ProblemCode.SECOND_FACTOR_REQUIRED,
            ProblemCode.NOT_FOUND,
            ProblemCode.CONFLICT,
            ProblemCode.ROW_CHANGED,
            ProblemCode.INVALID_FILE,
            ProblemCode.DRAFT_INVALID);

    @ParameterizedTest
    @CsvSource({
        "MALFORMED_REQUEST, 0x86, 4",
        "INVALID_PROOF, 0x86, 4",
        "USE_NONCE, 0x86, 4",
        "UNAUTHENTICATED, 0x86, 4",
        "INVALID_IDENTIFIER, 0x86, 4",
        "VALIDATION_FAILED, 0x86, 4",
        "DEVICE_NOT_IMPORTED, 0x87, 5",
        "CERTIFICATE_REVOKED, 0x87, 5",
        "CERTIFICATE_EXPIRED, 0x87, 5",
        "MANUFACTURER_SUSPENDED, 0x87, 5",
        "ORGANIZATION_SUSPENDED, 0x87, 5",
        "DEVICE_INVALIDATED, 0x87, 5",
        "CREDENTIALS_SUSPENDED, 0x87, 5",
        "REPLAYED_PROOF, 0x87, 5",
        "ALREADY_PROVISIONED, 0x87, 5",
        "PROOF_FORM_DISABLED, 0x87, 5",
        "FORBIDDEN, 0x87, 5",
        "BUDGET_EXHAUSTED, 0x97, 5",
        "QUOTA_REACHED, 0x97, 5",
        "BODY_TOO_LARGE, 0x95, 4",
        "RATE_LIMITED, 0x9F, 3",
        "UNAVAILABLE, 0x88, 3",
        "INTERNAL_ERROR, 0x80, 3"
    })
    void eachRowOfTheTable(ProblemCode code, String reasonCode, int returnCode) {
        ConnectRefusal refusal = ConnectRefusal.of(code);
        assertThat(refusal.reasonCode()).isEqualTo(Integer.decode(reasonCode));
        assertThat(refusal.returnCode()).isEqualTo(returnCode);
    }

    @Test
    void onlyFaultsOfTheServerAndCodesThatNoConnectMeetsAreUnspecified() {
        Set<ProblemCode> expected = EnumSet.copyOf(NEVER_MET);
        expected.add(ProblemCode.INTERNAL_ERROR);
        assertThat(Stream.of(ProblemCode.values())
                        .filter(code -> ConnectRefusal.of(code) == ConnectRefusal.UNSPECIFIED_ERROR))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whateverAnAttemptEndsWithHasItsOwnRefusal() {
        Set<String> attempts =
                Stream.of(AttemptOutcome.values()).map(AttemptOutcome::code).collect(Collectors.toSet());
        assertThat(NEVER_MET).noneMatch(code -> attempts.contains(code.code()));
    }

    @ParameterizedTest
    @EnumSource
    void codesAreErrorsOfTheStandards(ConnectRefusal refusal) {
        assertThat(refusal.reasonCode()).isBetween(0x80, 0x9F);
        assertThat(refusal.returnCode()).isBetween(3, 5);
    }
}
